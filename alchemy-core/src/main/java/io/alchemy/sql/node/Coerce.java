package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code value}, read and compared as another type; nothing is written for it. */
public record Coerce<T extends @Nullable Object>(Expression<?> value, SqlType<T> type)
    implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(Coerce.class).token(type).child(value);
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
