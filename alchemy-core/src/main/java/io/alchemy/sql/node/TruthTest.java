package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/** A boolean expression as a condition. */
public record TruthTest(Expression<?> value, boolean negated) implements Condition, Node {
  @Override
  public Condition not() {
    return new TruthTest(value, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(TruthTest.class).token(negated).child(value);
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
