package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Printer;
import io.alchemy.sql.Select;

/** {@code EXISTS (SELECT …)}. */
public record Exists(Select<?> select, boolean negated) implements Condition, Node {
  @Override
  public Condition not() {
    return new Exists(select, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Exists.class).token(negated).child(select);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
