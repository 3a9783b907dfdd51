package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A column of a subquery or common table expression, by its position in the select list. */
public record OutputColumn<T extends @Nullable Object>(
    SelectAlias source, int position, @Nullable SqlType<T> type) implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(OutputColumn.class).token(position).child(source);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
