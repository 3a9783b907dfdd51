package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Printer;
import java.util.List;

/** An ORDER BY element with its direction. */
public record Ordered(Expression<?> expression, boolean descending, Nulls nulls)
    implements Ordering, Node {
  /** Where nulls go; {@link #DEFAULT} leaves it to the database. */
  public enum Nulls {
    DEFAULT,
    FIRST,
    LAST
  }

  /** Any ORDER BY element in this form. */
  public static Ordered of(Ordering element) {
    return element instanceof Ordered ordered
        ? ordered
        : new Ordered((Expression<?>) element, false, Nulls.DEFAULT);
  }

  @Override
  public Ordering nullsFirst() {
    return new Ordered(expression, descending, Nulls.FIRST);
  }

  @Override
  public Ordering nullsLast() {
    return new Ordered(expression, descending, Nulls.LAST);
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Ordered.class).token(descending).token(nulls).child(expression);
  }

  @Override
  public List<?> parts() {
    return List.of(expression);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
