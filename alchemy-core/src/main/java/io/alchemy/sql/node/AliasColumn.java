package io.alchemy.sql.node;

import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A column of an alias, by the column of the table that it stands for. */
public record AliasColumn<T extends @Nullable Object>(
    Alias source, Expression<T> column, @Nullable SqlType<T> type) implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(AliasColumn.class).child(source).child(column);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
