package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/** {@code value BETWEEN low AND high}. */
public record Between(Expression<?> value, Expression<?> low, Expression<?> high, boolean negated)
    implements Condition, Node {
  @Override
  public Condition not() {
    return new Between(value, low, high, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Between.class).token(negated).child(value).child(low).child(high);
  }

  @Override
  public List<?> parts() {
    return List.of(value, low, high);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
