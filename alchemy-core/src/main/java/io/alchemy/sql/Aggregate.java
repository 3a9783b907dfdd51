package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** An aggregate or window function call. */
public interface Aggregate<T extends @Nullable Object> extends Expression<T> {
  /** {@code f(DISTINCT …)}. */
  Aggregate<T> distinct();

  /** {@code f(…) FILTER (WHERE condition)}: only rows for which it holds. */
  Aggregate<T> filter(Condition condition);

  /** {@code f(…) WITHIN GROUP (ORDER BY order)}. */
  Aggregate<T> withinGroup(Ordering... order);

  /** {@code f(…) OVER ()}. */
  Expression<T> over();

  /** {@code f(…) OVER (window)}. */
  Expression<T> over(WindowSpec window);
}
