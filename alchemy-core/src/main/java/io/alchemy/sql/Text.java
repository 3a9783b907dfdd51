package io.alchemy.sql;

import org.jspecify.annotations.*;

/** SQL text with {@code :names}: a statement, or a condition inside one. */
@CheckReturnValue
public final class Text implements Executable<Row>, Condition {
  Text() {}

  public Text bind(String name, @Nullable Object value) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Executable<T> returning(Selectable<T> one) {
    throw Todo.todo();
  }

  public <E> Executable<E> returning(Class<E> entity) {
    throw Todo.todo();
  }
}
