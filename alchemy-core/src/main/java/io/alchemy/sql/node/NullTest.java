package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/** {@code value IS NULL}. */
public record NullTest(Expression<?> value, boolean negated) implements Condition, Node {
  @Override
  public Condition not() {
    return new NullTest(value, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(NullTest.class).token(negated).child(value);
  }

  @Override
  public List<?> parts() {
    return List.of(value);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
