package io.alchemy.test.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Mapped;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import java.lang.ref.ReferenceQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a state remembers of each attribute, of the first ones and of those past its bits. */
class InstanceStateTest {
  private static final int SIZE = 40;

  private final Prepared instance = (Prepared) (Object) new Broad();
  private final InstanceState state = new InstanceState(instance, null);

  private int[] others(int attribute) {
    return IntStream.range(0, SIZE).filter(i -> i != attribute).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 27, 28, 29, 30, 31, 32, 39})
  void eachAttributeIsMarkedAlone(int attribute) {
    state.lifecycle(Lifecycle.DETACHED);
    state.expire(attribute);
    state.explicitNull(attribute, true);
    state.target(attribute, 7);
    state.remember(attribute, "before");

    assertThat(state.isUnloaded(attribute)).isTrue();
    assertThat(state.isExpired(attribute)).isTrue();
    assertThat(state.isExplicitNull(attribute)).isTrue();
    assertThat(state.target(attribute)).isEqualTo(7);
    assertThat(state.committed(attribute)).isEqualTo("before");
    for (int other : others(attribute)) {
      assertThat(state.isUnloaded(other)).isFalse();
      assertThat(state.isExpired(other)).isFalse();
      assertThat(state.isExplicitNull(other)).isFalse();
      assertThat(state.target(other)).isNull();
      assertThat(state.isModified(other)).isFalse();
    }

    state.markLoaded(attribute);
    assertThat(state.hasUnloaded()).isFalse();
    assertThat(state.hasExpired()).isFalse();
    state.clearChanges();
    assertThat(state.isModified()).isFalse();
    assertThat(state.isExplicitNull(attribute)).isFalse();
    assertThat(state.target(attribute)).as("belongs to the row").isEqualTo(7);
    assertThat(state.lifecycle()).isEqualTo(Lifecycle.DETACHED);
  }

  @ParameterizedTest
  @EnumSource
  void theLifecycleIsApartFromTheAttributes(Lifecycle lifecycle) {
    for (int i = 0; i < SIZE; i++) {
      state.expire(i);
    }
    state.lifecycle(lifecycle);
    assertThat(state.lifecycle()).isEqualTo(lifecycle);
    for (int i = 0; i < SIZE; i++) {
      assertThat(state.isExpired(i)).isTrue();
      state.markLoaded(i);
    }

    assertThat(state.lifecycle()).isEqualTo(lifecycle);
    assertThat(state.hasExpired()).isFalse();
  }

  @Test
  void aTwinKnowsWhatTheStateKnows() {
    state.lifecycle(Lifecycle.PERSISTENT);
    state.identity(state.type(), 1);
    state.expire(3);
    state.expire(33);
    state.remember(2, "two");
    state.target(5, 55);
    InstanceState twin = state.enqueued(instance, new ReferenceQueue<>());

    assertThat(twin.lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
    assertThat(twin.key()).isEqualTo(1);
    assertThat(twin.mapping()).isSameAs(state.mapping());
    assertThat(twin.isExpired(3)).isTrue();
    assertThat(twin.isExpired(33)).isTrue();
    assertThat(twin.committed(2)).isEqualTo("two");
    assertThat(twin.target(5)).isEqualTo(55);
  }

  @Mapped
  @SuppressWarnings({"unused", "MultiVariableDeclaration"})
  static class Broad {
    private int f0,
        f1,
        f2,
        f3,
        f4,
        f5,
        f6,
        f7,
        f8,
        f9,
        f10,
        f11,
        f12,
        f13,
        f14,
        f15,
        f16,
        f17,
        f18,
        f19,
        f20,
        f21,
        f22,
        f23,
        f24,
        f25,
        f26,
        f27,
        f28,
        f29,
        f30,
        f31,
        f32,
        f33,
        f34,
        f35,
        f36,
        f37,
        f38,
        f39;
  }
}
