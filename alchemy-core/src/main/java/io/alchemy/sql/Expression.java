package io.alchemy.sql;

import io.alchemy.types.SqlType;
import java.util.*;
import org.jspecify.annotations.*;

@CheckReturnValue
public interface Expression<T extends @Nullable Object> extends Selectable<T>, Ordering, Grouping {
  /** The type of its values; null where only a registry, or the database, knows it. */
  default @Nullable SqlType<T> type() {
    return null;
  }

  default Condition eq(@Nullable T value) {
    throw Todo.todo();
  }

  default Condition eq(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Condition ne(@Nullable T value) {
    throw Todo.todo();
  }

  default Condition ne(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Condition lt(T value) {
    throw Todo.todo();
  }

  default Condition lt(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Condition le(T value) {
    throw Todo.todo();
  }

  default Condition le(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Condition gt(T value) {
    throw Todo.todo();
  }

  default Condition gt(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Condition ge(T value) {
    throw Todo.todo();
  }

  default Condition ge(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Condition between(T low, T high) {
    throw Todo.todo();
  }

  default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
    throw Todo.todo();
  }

  default Condition isNull() {
    throw Todo.todo();
  }

  default Condition isNotNull() {
    throw Todo.todo();
  }

  default Condition isDistinctFrom(@Nullable T value) {
    throw Todo.todo();
  }

  default Condition isDistinctFrom(Expression<? extends T> other) {
    throw Todo.todo();
  }

  @SuppressWarnings("unchecked")
  default Condition in(T... values) {
    throw Todo.todo();
  }

  default Condition in(Collection<? extends T> values) {
    throw Todo.todo();
  }

  default Condition in(Select<? extends T> values) {
    throw Todo.todo();
  }

  @SuppressWarnings("unchecked")
  default Condition notIn(T... values) {
    throw Todo.todo();
  }

  default Condition notIn(Collection<? extends T> values) {
    throw Todo.todo();
  }

  default Condition notIn(Select<? extends T> values) {
    throw Todo.todo();
  }

  default Condition like(String pattern) {
    throw Todo.todo();
  }

  default Condition like(Expression<String> pattern) {
    throw Todo.todo();
  }

  default Condition ilike(String pattern) {
    throw Todo.todo();
  }

  default Condition startsWith(String prefix) {
    throw Todo.todo();
  }

  default Condition endsWith(String suffix) {
    throw Todo.todo();
  }

  default Condition contains(String part) {
    throw Todo.todo();
  }

  default Expression<T> plus(T value) {
    throw Todo.todo();
  }

  default Expression<T> plus(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Expression<T> minus(T value) {
    throw Todo.todo();
  }

  default Expression<T> minus(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Expression<T> times(T value) {
    throw Todo.todo();
  }

  default Expression<T> times(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Expression<T> dividedBy(T value) {
    throw Todo.todo();
  }

  default Expression<T> dividedBy(Expression<? extends T> other) {
    throw Todo.todo();
  }

  default Label<T> as(String name) {
    throw Todo.todo();
  }

  default <U extends @Nullable Object> Expression<U> cast(SqlType<U> type) {
    throw Todo.todo();
  }

  default <U extends @Nullable Object> Expression<U> coerce(SqlType<U> type) {
    throw Todo.todo();
  }

  default Expression<T> collate(String collation) {
    throw Todo.todo();
  }

  default <U extends @Nullable Object> Expression<U> op(
      String operator, SqlType<U> result, Object operand) {
    throw Todo.todo();
  }

  default Ordering asc() {
    throw Todo.todo();
  }

  default Ordering desc() {
    throw Todo.todo();
  }
}
