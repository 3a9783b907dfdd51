package io.alchemy.orm.unitofwork;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.sql.Expression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQL expressions that the next flush writes in place of values. A value that is set later wins. */
final class Assignments {
  private record Assignment(
      Expression<?> expression, @Nullable Object valueThen) {}

  private final Map<InstanceState, Map<Integer, Assignment>> assigned = new HashMap<>();

  void assign(UnitOfWork work, Object instance, String attribute, Expression<?> expression) {
    InstanceState state = work.mine(instance, "assign");
    Prepared prepared = Instances.instance(state);
    if (!(work.mapper(state).property(attribute) instanceof ColumnProperty property)
        || property.primaryKey()) {
      throw new ArgumentException(
          "assign: " + state.type().type().getSimpleName() + "." + attribute
              + " cannot be given an expression: it must be kept in a column that is not part of the key.");
    }
    int index = property.attribute();
    Object now = prepared.alchemy$get(index);
    work.changed(state, instance);
    state.remember(index, state.isUnloaded(index) ? InstanceState.NOT_LOADED : now);
    assigned
        .computeIfAbsent(state, s -> new HashMap<>())
        .put(index, new Assignment(expression, now));
  }

  /** The expression for an attribute; null if there is none, or a value was set since. */
  @Nullable
  Expression<?> expression(InstanceState state, int attribute) {
    Map<Integer, Assignment> of = assigned.isEmpty() ? null : assigned.get(state);
    Assignment assignment = of == null ? null : of.get(attribute);
    return assignment != null
            && assignment.valueThen() == Instances.instance(state).alchemy$get(attribute)
        ? assignment.expression()
        : null;
  }

  void forget(InstanceState state) {
    if (!assigned.isEmpty()) {
      assigned.remove(state);
    }
  }

  void forget(InstanceState state, int attribute) {
    Map<Integer, Assignment> of = assigned.get(state);
    if (of != null) {
      of.remove(attribute);
    }
  }
}
