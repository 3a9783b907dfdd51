package io.alchemy.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.instrument.InstanceState;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityMapTests {
  private final IdentityMap map = new IdentityMap();

  @Test
  void findsAStateByAnEqualKey() {
    Thing thing = new Thing();
    InstanceState state = put(thing, 7);

    assertThat(map.find(Thing.CLASS, 7)).isSameAs(state);
    assertThat(map.find(Thing.CLASS, 8)).isNull();
    Reference.reachabilityFence(thing);
  }

  @Test
  void removesTheVeryStateAndNoOtherWithItsKey() {
    Thing one = new Thing();
    Thing other = new Thing();
    InstanceState state = put(one, 1);
    InstanceState stranger = new InstanceState(other, map.queue());
    stranger.identity(Thing.CLASS, 1);

    assertThat(map.remove(stranger)).isFalse();
    assertThat(map.find(Thing.CLASS, 1)).isSameAs(state);
    assertThat(map.remove(state)).isTrue();
    assertThat(map.find(Thing.CLASS, 1)).isNull();
    Reference.reachabilityFence(one);
    Reference.reachabilityFence(other);
  }

  /** Compared with a {@link HashMap} over random puts and removes, so that every kind of gap is closed. */
  @Test
  void staysRightOverManyPutsAndRemoves() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<Integer, InstanceState> expected = new HashMap<>();
    List<Thing> alive = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int id = random.nextInt(500);
      InstanceState there = expected.get(id);
      if (there == null) {
        Thing thing = new Thing();
        alive.add(thing);
        expected.put(id, put(thing, id));
      } else {
        assertThat(map.remove(there)).as("seed %s", seed).isTrue();
        expected.remove(id);
      }
    }
    for (int id = 0; id < 500; id++) {
      assertThat(map.find(Thing.CLASS, id))
          .as("seed %s, id %s", seed, id)
          .isSameAs(expected.get(id));
    }
    assertThat(map.size()).as("seed %s", seed).isEqualTo(expected.size());
    Reference.reachabilityFence(alive);
  }

  @Test
  void forgetsCollectedInstances() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      put(new Thing(), i);
    }
    collectUntil(() -> map.size() == 0);

    assertThat(map.size()).isZero();
    assertThat(map.states()).isEmpty();
  }

  @Test
  void aCollectedEntryMakesRoomForANewInstanceOfTheSameRow() throws InterruptedException {
    InstanceState first = put(new Thing(), 1);
    collectUntil(() -> first.get() == null);
    Thing again = new Thing();
    InstanceState second = put(again, 1);

    assertThat(map.find(Thing.CLASS, 1)).isSameAs(second);
    assertThat(map.size()).isEqualTo(1);
    Reference.reachabilityFence(again);
  }

  @Test
  void entriesWhoseStatesWereMadeWithoutAQueueDoNotPileUp() throws InterruptedException {
    InstanceState last = null;
    for (int i = 0; i < 500; i++) {
      InstanceState state = new InstanceState(new Thing(), null);
      state.identity(Thing.CLASS, i);
      map.put(state);
      last = state;
    }
    InstanceState reference = last;
    collectUntil(() -> reference != null && reference.get() == null);
    List<Thing> alive = new ArrayList<>();
    for (int i = 1_000; i < 2_500; i++) {
      Thing thing = new Thing();
      alive.add(thing);
      put(thing, i);
    }

    assertThat(map.size()).isLessThan(2_000);
    Reference.reachabilityFence(alive);
  }

  private InstanceState put(Thing thing, int id) {
    InstanceState state = new InstanceState(thing, map.queue());
    state.identity(Thing.CLASS, id);
    map.put(state);
    return state;
  }

  private static void collectUntil(java.util.function.BooleanSupplier done)
      throws InterruptedException {
    for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(10);
    }
  }
}
