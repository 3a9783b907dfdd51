package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Grouping;
import io.alchemy.sql.Printer;
import java.util.List;

/** {@code ROLLUP (a, b)}. */
public record Rollup(List<Expression<?>> columns) implements Grouping, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(Rollup.class).children(columns);
  }

  @Override
  public List<?> parts() {
    return columns;
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
