package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.From;

/**
 * The rows of {@code source} whose {@code column} is one of {@code keys}, each of which is there once: {@code source JOIN UNNEST(?)
 * ON …}, for databases that compare each row with all values of an IN list.
 */
public record KeyedFrom(From source, Expression<?> column, BindList keys) implements From, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(KeyedFrom.class).child(source).child(column).child(keys);
  }

  @Override
  public String toString() {
    return source + " by " + column;
  }
}
