package io.alchemy.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.orm.instrument.InstanceState;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatesTests {
  private final States states = new States();

  private static InstanceState state() {
    return new InstanceState(new Thing(), null);
  }

  @Test
  void keepsStatesInTheOrderInWhichTheyCame() {
    List<InstanceState> come = List.of(state(), state(), state());
    states.addAll(come);

    assertThat(states.add(come.get(0))).isFalse();
    assertThat(states).containsExactlyElementsOf(come);
  }

  @Test
  void whoComesAgainComesLast() {
    InstanceState first = state();
    InstanceState second = state();
    states.addAll(List.of(first, second));
    states.remove(first);
    states.add(first);

    assertThat(states).containsExactly(second, first);
  }

  @Test
  void knowsNothingOfTheStatesOfAnotherSet() {
    States others = new States();
    InstanceState state = state();
    others.add(state);
    states.add(state());

    assertThat(states.contains(state)).isFalse();
    assertThat(states.remove(state)).isFalse();
    assertThat(others).containsExactly(state);
  }

  @Test
  void noticesAChangeWhileItIsGoneThrough() {
    states.addAll(List.of(state(), state()));
    Iterator<InstanceState> each = states.iterator();
    InstanceState first = each.next();
    states.remove(first);

    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(each::next);
  }

  /** Compared with a linked set over random additions and removals, so that gaps are closed again and again. */
  @Test
  void staysRightOverManyAdditionsAndRemovals() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Set<InstanceState> expected = new LinkedHashSet<>();
    List<InstanceState> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(state());
    }
    for (int i = 0; i < 20_000; i++) {
      InstanceState state = all.get(random.nextInt(all.size()));
      boolean adds = random.nextInt(5) < 2;
      boolean changed = adds ? states.add(state) : states.remove(state);
      assertThat(changed)
          .as("seed " + seed)
          .isEqualTo(adds ? expected.add(state) : expected.remove(state));
    }
    assertThat(new ArrayList<>(states)).as("seed " + seed).isEqualTo(new ArrayList<>(expected));
  }
}
