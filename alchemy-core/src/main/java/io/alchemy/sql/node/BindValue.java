package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Printer;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that travels beside the SQL text.
 *
 * @param type null where only the other side of an operator, or the value itself, tells it
 */
public record BindValue<T extends @Nullable Object>(
    @Nullable SqlType<T> type, @Nullable T value) implements Expression<T>, Node {
  /** A value whose class no generics have checked. */
  @SuppressWarnings("unchecked") // the type converts the value when it is bound
  public static BindValue<@Nullable Object> of(@Nullable SqlType<?> type, @Nullable Object value) {
    return new BindValue<>((SqlType<@Nullable Object>) type, value);
  }

  /** A type stands for a bind of it, since nothing else that can be in its place begins with one but a call. */
  @Override
  public void shape(ShapeWriter to) {
    to.bind(this, type == null ? BindValue.class : type, value);
  }

  @Override
  public String toString() {
    return Printer.sql(this);
  }
}
