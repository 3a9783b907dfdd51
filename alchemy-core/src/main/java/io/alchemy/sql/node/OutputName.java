package io.alchemy.sql.node;

import io.alchemy.sql.Assignable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Label;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what name a column of a result is known before a database has seen the statement. */
public final class OutputName {
  private OutputName() {}

  /** The label's name, the column's key, the function's name; null for an expression that has none. */
  public static @Nullable String of(Expression<?> output) {
    if (output instanceof Label<?> label) {
      return label.name();
    }
    if (output instanceof Assignable<?> column) {
      return column.key();
    }
    if (output instanceof AliasColumn<?> column) {
      return of(column.column());
    }
    if (output instanceof OutputColumn<?> column) {
      return of(column.source().select().spec().outputs().get(column.position()));
    }
    if (output instanceof NamedColumn<?> column) {
      return column.name();
    }
    if (output instanceof Coerce<?> coerce) {
      return of(coerce.value());
    }
    if (output instanceof Calling call) {
      return call.call().name().toLowerCase(Locale.ROOT);
    }
    return null;
  }

  /** The name in the form in which names are compared: {@code pageId}, {@code page_id} and {@code PAGE_ID} are one. */
  public static String normalized(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
