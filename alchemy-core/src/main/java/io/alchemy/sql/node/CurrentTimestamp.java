package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.time.LocalDateTime;

/** The time now, in the words of the database. */
public record CurrentTimestamp() implements Expression<LocalDateTime>, Node {
  @Override
  public SqlType<LocalDateTime> type() {
    return Types.DATETIME;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(CurrentTimestamp.class);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
