package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A value that execution gives by name. */
public record Parameter<T extends @Nullable Object>(String name, SqlType<T> type)
    implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(Parameter.class).token(type).parameter(name);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
