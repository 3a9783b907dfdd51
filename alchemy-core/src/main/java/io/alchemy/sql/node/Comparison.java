package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/** {@code left = right} and its kin. */
public record Comparison(Operator operator, Expression<?> left, Expression<?> right)
    implements Condition, Node {
  @Override
  public Condition not() {
    return new Comparison(operator.negated(), left, right);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(operator).child(left).child(right);
  }

  @Override
  public List<?> parts() {
    return List.of(left, right);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
