package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code left op right} with an operator of the user's own. */
public record CustomOperation<T extends @Nullable Object>(
    Expression<?> left, String operator, Expression<?> right, SqlType<T> type)
    implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(CustomOperation.class).token(operator).token(type).child(left).child(right);
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
