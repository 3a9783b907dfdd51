package io.alchemy.schema;

import io.alchemy.sql.Expression;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a column's value comes from when an INSERT, or an UPDATE, does not give one: from the program, or computed by the
 * database inside the statement. (What the table itself does is a {@link Column#serverDefault server default}.)
 */
public sealed interface DefaultGenerator<T extends @Nullable Object> {

  /** The same value for every row. */
  record Constant<T extends @Nullable Object>(T value) implements DefaultGenerator<T> {}

  /** A value asked for once a row. */
  record Supplied<T extends @Nullable Object>(Supplier<? extends T> supplier)
      implements DefaultGenerator<T> {
    @Override
    public T value() {
      return supplier.get();
    }
  }

  /** An expression that becomes part of the statement. */
  record Computed<T extends @Nullable Object>(Expression<? extends T> expression)
      implements DefaultGenerator<T> {
    @Override
    public T value() {
      throw new IllegalStateException(expression + " is computed by the database");
    }
  }

  /** The next row's value; only where {@link #expression} is null. */
  T value();

  /** What the database computes; null where the program gives the value. */
  default @Nullable Expression<? extends T> expression() {
    return null;
  }
}
