package io.alchemy.sql;

import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A place inside a JSON value. */
@CheckReturnValue
public final class Json {
  Json() {}

  public Json get(String key) {
    throw Todo.todo();
  }

  public Json get(int index) {
    throw Todo.todo();
  }

  public Expression<String> text() {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Expression<T> value(SqlType<T> type) {
    throw Todo.todo();
  }

  public Condition exists() {
    throw Todo.todo();
  }
}
