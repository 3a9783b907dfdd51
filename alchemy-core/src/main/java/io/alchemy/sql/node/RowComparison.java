package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.ArrayList;
import java.util.List;

/** {@code (a, b) < (c, d)}. */
public record RowComparison(Operator operator, List<Expression<?>> left, List<Expression<?>> right)
    implements Condition, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(RowComparison.class).token(operator).children(left).children(right);
  }

  @Override
  public List<?> parts() {
    List<Object> parts = new ArrayList<>(left);
    parts.addAll(right);
    return parts;
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
