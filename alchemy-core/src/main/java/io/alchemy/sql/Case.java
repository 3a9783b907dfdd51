package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** {@code CASE WHEN … THEN … END}; without {@code otherwise} it ends in NULL. */
public interface Case<T extends @Nullable Object> extends Expression<T> {
  /** {@code WHEN condition THEN value}. */
  Case<T> when(Condition condition, T value);

  /** {@code WHEN condition THEN value}. */
  Case<T> when(Condition condition, Expression<? extends T> value);

  /** {@code ELSE value}. */
  Expression<T> otherwise(T value);

  /** {@code ELSE value}. */
  Expression<T> otherwise(Expression<? extends T> value);
}
