package io.alchemy.sql.node;

import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A column of an alias, by name. */
public record NamedColumn<T extends @Nullable Object>(Alias source, String name, SqlType<T> type)
    implements Expression<T>, Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(NamedColumn.class).token(name).token(type).child(source);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
