package io.alchemy.sql;

import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.*;

@CheckReturnValue
public final class Update implements Executable<Void> {
  Update() {}

  public <T extends @Nullable Object> Update set(Assignable<T> column, @Nullable T value) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Update set(
      Assignable<T> column, Expression<? extends T> value) {
    throw Todo.todo();
  }

  public Update setNull(Assignable<?> column) {
    throw Todo.todo();
  }

  public Update values(Map<String, ?> values) {
    throw Todo.todo();
  }

  public Update from(From first, From... more) {
    throw Todo.todo();
  }

  public Update where(Condition... conditions) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Executable<T> returning(Selectable<T> one) {
    throw Todo.todo();
  }

  public Executable<Row> returning(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    throw Todo.todo();
  }
}
