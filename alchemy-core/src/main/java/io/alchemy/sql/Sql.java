package io.alchemy.sql;

import io.alchemy.types.SqlType;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.*;

@CheckReturnValue
public final class Sql {
  private Sql() {}
  // statements
  public static <T extends @Nullable Object> Select<T> select(Selectable<T> one) {
    throw Todo.todo();
  }

  public static Select<Row> select(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    throw Todo.todo();
  }

  public static Select<Row> select(Collection<? extends Selectable<?>> columns) {
    throw Todo.todo();
  }

  public static <E> Select<E> select(Class<E> entity) {
    throw Todo.todo();
  }

  public static Insert insert(DmlTarget table) {
    throw Todo.todo();
  }

  public static Insert insert(Class<?> entity) {
    throw Todo.todo();
  }

  public static Update update(DmlTarget table) {
    throw Todo.todo();
  }

  public static Update update(Class<?> entity) {
    throw Todo.todo();
  }

  public static Delete delete(DmlTarget table) {
    throw Todo.todo();
  }

  public static Delete delete(Class<?> entity) {
    throw Todo.todo();
  }

  public static Text text(String sql) {
    throw Todo.todo();
  }

  @SafeVarargs
  public static <R extends @Nullable Object> Select<R> union(
      Select<R> first, Select<? extends R>... more) {
    throw Todo.todo();
  }

  @SafeVarargs
  public static <R extends @Nullable Object> Select<R> unionAll(
      Select<R> first, Select<? extends R>... more) {
    throw Todo.todo();
  }

  public static Alias recursive(
      String name, Select<?> base, Function<? super Alias, ? extends Select<?>> step) {
    throw Todo.todo();
  }
  // conditions
  public static Condition and(Condition... conditions) {
    throw Todo.todo();
  }

  public static Condition and(Collection<? extends Condition> conditions) {
    throw Todo.todo();
  }

  public static Condition or(Condition... conditions) {
    throw Todo.todo();
  }

  public static Condition or(Collection<? extends Condition> conditions) {
    throw Todo.todo();
  }

  public static Condition not(Condition condition) {
    throw Todo.todo();
  }

  public static Condition exists(Select<?> select) {
    throw Todo.todo();
  }

  public static Condition isTrue(Expression<Boolean> expression) {
    throw Todo.todo();
  }

  public static Condition always() {
    throw Todo.todo();
  }

  public static Condition never() {
    throw Todo.todo();
  }
  // values
  public static <T extends @Nullable Object> Expression<T> literal(T value) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Expression<T> literal(
      @Nullable T value, SqlType<T> type) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Expression<T> literalColumn(
      String sql, SqlType<T> type) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Expression<T> param(String name, SqlType<T> type) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Expression<T> excluded(Assignable<T> column) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Case<T> caseWhen(Condition condition, T value) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Case<T> caseWhen(
      Condition condition, Expression<T> value) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Expression<T> coalesce(Expression<T> first, T orElse) {
    throw Todo.todo();
  }

  @SafeVarargs
  public static <T extends @Nullable Object> Expression<T> coalesce(
      Expression<T> first, Expression<? extends T> second, Expression<? extends T>... more) {
    throw Todo.todo();
  }

  public static Json json(Expression<?> value) {
    throw Todo.todo();
  }
  // functions
  public static NumericAggregate<Long> count() {
    throw Todo.todo();
  }

  public static NumericAggregate<Long> count(Expression<?> expression) {
    throw Todo.todo();
  }

  public static <N extends Number> NumericAggregate<N> sum(Expression<N> expression) {
    throw Todo.todo();
  }

  public static NumericAggregate<BigDecimal> avg(Expression<? extends Number> expression) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Aggregate<T> max(Expression<T> expression) {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Aggregate<T> min(Expression<T> expression) {
    throw Todo.todo();
  }

  public static NumericAggregate<Long> rowNumber() {
    throw Todo.todo();
  }

  public static NumericAggregate<Long> rank() {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Aggregate<T> lag(Expression<T> expression) {
    throw Todo.todo();
  }

  public static Expression<String> lower(Expression<String> text) {
    throw Todo.todo();
  }

  public static Expression<String> upper(Expression<String> text) {
    throw Todo.todo();
  }

  public static NumericExpression<Integer> length(Expression<String> text) {
    throw Todo.todo();
  }

  public static Expression<String> concat(Object... parts) {
    throw Todo.todo();
  }

  public static Expression<LocalDateTime> now() {
    throw Todo.todo();
  }

  public static <T extends @Nullable Object> Expression<T> func(
      String name, SqlType<T> type, Object... arguments) {
    throw Todo.todo();
  }

  public static WindowSpec window() {
    throw Todo.todo();
  }

  public static FrameBound unboundedPreceding() {
    throw Todo.todo();
  }

  public static FrameBound preceding(long n) {
    throw Todo.todo();
  }

  public static FrameBound currentRow() {
    throw Todo.todo();
  }

  public static FrameBound following(long n) {
    throw Todo.todo();
  }

  public static FrameBound unboundedFollowing() {
    throw Todo.todo();
  }

  public static Grouping rollup(Expression<?>... columns) {
    throw Todo.todo();
  }
  // projections
  public static <R extends @Nullable Object> Expression<List<R>> multiset(Select<R> select) {
    throw Todo.todo();
  }

  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      Selectable<R> project(Projection.Of2<A, B, R> make, Selectable<A> a, Selectable<B> b) {
    throw Todo.todo();
  }

  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of3<A, B, C, R> make, Selectable<A> a, Selectable<B> b, Selectable<C> c) {
    throw Todo.todo();
  }

  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          D extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of4<A, B, C, D, R> make,
          Selectable<A> a,
          Selectable<B> b,
          Selectable<C> c,
          Selectable<D> d) {
    throw Todo.todo();
  }

  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          D extends @Nullable Object,
          E extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of5<A, B, C, D, E, R> make,
          Selectable<A> a,
          Selectable<B> b,
          Selectable<C> c,
          Selectable<D> d,
          Selectable<E> e) {
    throw Todo.todo();
  }
}
