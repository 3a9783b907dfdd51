package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** An aggregate or window function call. */
public interface Aggregate<T extends @Nullable Object> extends Expression<T> {
  default Aggregate<T> distinct() {
    throw Todo.todo();
  }

  default Aggregate<T> filter(Condition condition) {
    throw Todo.todo();
  }

  default Aggregate<T> withinGroup(Ordering... order) {
    throw Todo.todo();
  }

  default Expression<T> over() {
    throw Todo.todo();
  }

  default Expression<T> over(WindowSpec window) {
    throw Todo.todo();
  }
}
