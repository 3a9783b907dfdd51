package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.sql.Select;
import java.util.List;

/** {@code value IN (SELECT …)}. */
public record InSelect(Expression<?> value, Select<?> select, boolean negated)
    implements Condition, Node {
  @Override
  public Condition not() {
    return new InSelect(value, select, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(InSelect.class).token(negated).child(value).child(select);
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
