package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Printer;

/** True or false, in the words of the database. */
public record BooleanConstant(boolean value) implements Condition, Node {
  @Override
  public Condition not() {
    return new BooleanConstant(!value);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(BooleanConstant.class).token(value);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
