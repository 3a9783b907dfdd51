package io.alchemy.sql;

import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.*;

@CheckReturnValue
public final class Select<R extends @Nullable Object> implements Executable<R> {
  Select() {}

  public Select<R> from(From first, From... more) {
    throw Todo.todo();
  }

  public Select<R> from(Class<?> entity) {
    throw Todo.todo();
  }

  public Select<R> join(From right) {
    throw Todo.todo();
  }

  public Select<R> join(From right, Condition on) {
    throw Todo.todo();
  }

  public Select<R> join(Joinable relationship) {
    throw Todo.todo();
  }

  public Select<R> join(Class<?> entity) {
    throw Todo.todo();
  }

  public Select<R> join(Class<?> entity, Condition on) {
    throw Todo.todo();
  }

  public Select<R> leftJoin(From right) {
    throw Todo.todo();
  }

  public Select<R> leftJoin(From right, Condition on) {
    throw Todo.todo();
  }

  public Select<R> leftJoin(Joinable relationship) {
    throw Todo.todo();
  }

  public Select<R> where(Condition... conditions) {
    throw Todo.todo();
  }

  public Select<R> where(Collection<? extends Condition> conditions) {
    throw Todo.todo();
  }

  public Select<R> whereIf(boolean apply, Supplier<? extends Condition> condition) {
    throw Todo.todo();
  }

  public <V> Select<R> whereIfPresent(
      @Nullable V value, Function<? super V, ? extends Condition> condition) {
    throw Todo.todo();
  }

  public Select<R> groupBy(Grouping... elements) {
    throw Todo.todo();
  }

  public Select<R> having(Condition... conditions) {
    throw Todo.todo();
  }

  public Select<R> orderBy(Ordering... elements) {
    throw Todo.todo();
  }

  public Select<R> orderBy(Collection<? extends Ordering> elements) {
    throw Todo.todo();
  }

  public Select<R> limit(long rows) {
    throw Todo.todo();
  }

  public Select<R> offset(long rows) {
    throw Todo.todo();
  }

  public Select<R> after(@Nullable Keyset position) {
    throw Todo.todo();
  }

  public Select<R> distinct() {
    throw Todo.todo();
  }

  public Select<R> distinctOn(Expression<?>... columns) {
    throw Todo.todo();
  }

  public Select<R> correlate(From... outer) {
    throw Todo.todo();
  }

  public Select<R> with(Alias... ctes) {
    throw Todo.todo();
  }

  public Select<R> forUpdate() {
    throw Todo.todo();
  }

  public Select<R> options(StatementOption... options) {
    throw Todo.todo();
  }

  public Select<R> union(Select<? extends R> other) {
    throw Todo.todo();
  }

  public Select<R> unionAll(Select<? extends R> other) {
    throw Todo.todo();
  }

  public Select<R> intersect(Select<? extends R> other) {
    throw Todo.todo();
  }

  public Select<R> except(Select<? extends R> other) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Select<T> into(Class<T> record) {
    throw Todo.todo();
  }

  public <T extends @Nullable Object> Select<T> selecting(Selectable<T> one) {
    throw Todo.todo();
  }

  public Expression<R> asScalar() {
    throw Todo.todo();
  }

  public Alias as(String name) {
    throw Todo.todo();
  }

  public Alias lateral(String name) {
    throw Todo.todo();
  }

  public Alias cte(String name) {
    throw Todo.todo();
  }
}
