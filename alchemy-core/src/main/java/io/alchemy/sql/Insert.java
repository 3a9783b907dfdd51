package io.alchemy.sql;

import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.*;

@CheckReturnValue
public final class Insert implements Executable<Void> {
  Insert() {}

  public <T extends @Nullable Object> Insert set(Assignable<T> column, @Nullable T value) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Insert set(
      Assignable<T> column, Expression<? extends T> value) {
    throw Todo.todo();
  }

  public Insert setNull(Assignable<?> column) {
    throw Todo.todo();
  }

  public Insert values(Map<String, ?> row) {
    throw Todo.todo();
  }

  public Insert rows(Collection<? extends Map<String, ?>> rows) {
    throw Todo.todo();
  }

  public <D> Insert rows(Collection<D> items, BiFunction<Values, ? super D, Values> row) {
    throw Todo.todo();
  }

  public Insert columns(Assignable<?>... columns) {
    throw Todo.todo();
  }

  public Insert fromSelect(Select<?> source) {
    throw Todo.todo();
  }

  public OnConflict onConflict(Assignable<?>... key) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Executable<T> returning(Selectable<T> one) {
    throw Todo.todo();
  }

  public Executable<Row> returning(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    throw Todo.todo();
  }

  public <E> Executable<E> returning(Class<E> entity) {
    throw Todo.todo();
  }
}
