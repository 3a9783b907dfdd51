package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** SQL text as an expression, written as it stands. */
public record LiteralSql<T extends @Nullable Object>(String sql, SqlType<T> type)
    implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(LiteralSql.class).token(sql).token(type);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
