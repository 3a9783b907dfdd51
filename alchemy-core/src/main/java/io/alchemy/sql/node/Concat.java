package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.List;

/** {@code a || b || c}. */
public record Concat(List<Expression<?>> items) implements Expression<String>, Node {
  @Override
  public SqlType<String> type() {
    return Types.TEXT;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Concat.class).children(items);
  }

  @Override
  public List<?> parts() {
    return items;
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
