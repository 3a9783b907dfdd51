package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import java.util.List;

/** What the two forms of arithmetic have in common. */
public interface Operation extends Node {
  Operator operator();

  Expression<?> left();

  Expression<?> right();

  @Override
  default void shape(ShapeWriter to) {
    to.token(operator()).child(left()).child(right());
  }

  @Override
  default List<?> parts() {
    return List.of(left(), right());
  }
}
