package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** CASE WHEN …; without {@code otherwise} it ends in NULL. */
public interface Case<T extends @Nullable Object> extends Expression<T> {
  default Case<T> when(Condition condition, T value) {
    throw Todo.todo();
  }

  default Case<T> when(Condition condition, Expression<? extends T> value) {
    throw Todo.todo();
  }

  default Expression<T> otherwise(T value) {
    throw Todo.todo();
  }

  default Expression<T> otherwise(Expression<? extends T> value) {
    throw Todo.todo();
  }
}
