package io.alchemy.orm.unitofwork;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.NotPreparedException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.InstrumentedCollection;
import io.alchemy.orm.instrument.PendingChanges;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into instances without loading anything, and calls them by name. */
final class Instances {
  private Instances() {}

  /** The argument of {@code add}, {@code delete} and the like as what it must be: one instance of a mapped class. */
  static Prepared prepared(Object argument, String operation) {
    if (argument instanceof Prepared instance) {
      return instance;
    }
    String what = argument.getClass().getName();
    if (argument instanceof Iterable || argument instanceof Object[]) {
      throw new ArgumentException(
          operation + " takes one instance of a mapped class, not a collection (" + what + "): "
              + (operation.equals("add") ? "use addAll." : "call it for each member."));
    }
    throw new NotPreparedException(
        operation + " takes an instance of a mapped class; " + what
            + " is none: annotate it with @Mapped (or @Entity) so that it is prepared, and map it in the registry.");
  }

  /** The instance's state if it has one. */
  static @Nullable InstanceState stateOrNull(Object instance) {
    return instance instanceof Prepared prepared ? prepared.alchemy$state() : null;
  }

  /** The instance behind a state that is known to be alive. */
  static Prepared instance(InstanceState state) {
    Prepared instance = state.instance();
    if (instance == null) {
      throw new IllegalStateException("collected: " + name(state));
    }
    return instance;
  }

  /**
   * The members of a relationship as far as they are in memory: those of a loaded one, what was added to one that is
   * not loaded, and nothing else.
   */
  static Collection<?> members(Prepared instance, RelationshipProperty relationship) {
    InstanceState state = instance.alchemy$state();
    int attribute = relationship.attribute();
    if (state != null && state.isUnloaded(attribute)) {
      PendingChanges pending = state.pending(attribute);
      return pending == null ? List.of() : pending.added();
    }
    return members(instance.alchemy$get(attribute));
  }

  /** The members that a relationship's value stands for. */
  static Collection<?> members(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof InstrumentedCollection collection) {
      return collection.members();
    }
    if (value instanceof Collection<?> collection) {
      return collection;
    }
    if (value instanceof Map<?, ?> map) {
      return map.values();
    }
    return List.of(value);
  }

  /** {@code Page[1]}, or {@code new Page}. */
  static String name(InstanceState state) {
    String type = state.type().type().getSimpleName();
    return state.key() != null ? type + "[" + state.key() + "]" : "new " + type;
  }

  static String name(Object instance) {
    InstanceState state = stateOrNull(instance);
    return state == null ? "new " + instance.getClass().getSimpleName() : name(state);
  }
}
