package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import java.util.List;

/** {@code value IN (…)} with values; the empty list is false, negated true. */
public record InList(Expression<?> value, BindList list, boolean negated)
    implements Condition, Node {
  @Override
  public Condition not() {
    return new InList(value, list, !negated);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(InList.class).token(negated).child(value).child(list);
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
