package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code text COLLATE collation}. */
public record Collate<T extends @Nullable Object>(Expression<T> text, String collation)
    implements Expression<T>, Node {
  @Override
  public @Nullable SqlType<T> type() {
    return text.type();
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(Collate.class).token(collation).child(text);
  }

  @Override
  public List<?> parts() {
    return List.of(text);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
