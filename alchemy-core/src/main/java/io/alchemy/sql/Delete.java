package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

@CheckReturnValue
public final class Delete implements Executable<Void> {
  Delete() {}

  public Delete using(From first, From... more) {
    throw Todo.todo();
  }

  public Delete where(Condition... conditions) {
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
