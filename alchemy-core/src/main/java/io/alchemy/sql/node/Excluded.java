package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The value proposed for a column by the row that conflicts. */
public record Excluded<T extends @Nullable Object>(Assignable<T> column)
    implements Expression<T>, Node {
  @Override
  @SuppressWarnings("unchecked") // what is assignable and an expression is so of one type
  public @Nullable SqlType<T> type() {
    return column instanceof Expression<?> expression ? (SqlType<T>) expression.type() : null;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Excluded.class).child(column);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
