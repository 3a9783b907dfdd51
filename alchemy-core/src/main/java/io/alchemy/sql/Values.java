package io.alchemy.sql;

import org.jspecify.annotations.*;

/** One row to write: column to value. */
@CheckReturnValue
public final class Values {
  Values() {}

  public <T extends @Nullable Object> Values set(Assignable<T> column, @Nullable T value) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Values set(
      Assignable<T> column, Expression<? extends T> value) {
    throw Todo.todo();
  }

  public Values setNull(Assignable<?> column) {
    throw Todo.todo();
  }
}
