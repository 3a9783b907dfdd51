package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.BooleanConstant;
import io.alchemy.sql.node.Call;
import io.alchemy.sql.node.Concat;
import io.alchemy.sql.node.CurrentTimestamp;
import io.alchemy.sql.node.DeleteSpec;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.Excluded;
import io.alchemy.sql.node.Exists;
import io.alchemy.sql.node.FunctionCall;
import io.alchemy.sql.node.InsertSpec;
import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.LiteralSql;
import io.alchemy.sql.node.Multiset;
import io.alchemy.sql.node.NumericCall;
import io.alchemy.sql.node.Parameter;
import io.alchemy.sql.node.Rollup;
import io.alchemy.sql.node.RowProjection;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.SelectSpec.Compound;
import io.alchemy.sql.node.TruthTest;
import io.alchemy.sql.node.UpdateSpec;
import io.alchemy.sql.node.Window;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Statements and expressions by static import: {@code import static io.alchemy.sql.Sql.*}.
 *
 * <p>A method of one's own hides every static import of its name; there, write {@code Sql.delete(PAGE)}.
 */
@CheckReturnValue
public final class Sql {
  private static final SqlType<BigDecimal> AVERAGE = Types.NUMERIC;

  private Sql() {}

  /** {@code SELECT one}: each row of the result is its value. */
  public static <T extends @Nullable Object> Select<T> select(Selectable<T> one) {
    return Calls.select(List.of(one), true);
  }

  /** {@code SELECT first, second, more}. */
  public static Select<Row> select(
      Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return Calls.select(Calls.list(first, second, more), false);
  }

  /** {@code SELECT columns}: each row is a Row, even of one column. */
  public static Select<Row> select(Collection<? extends Selectable<?>> columns) {
    List<Selectable<?>> selected = List.copyOf(columns);
    if (selected.isEmpty()) {
      throw new ArgumentException("select(…) was given no columns");
    }
    return Calls.select(selected, false);
  }

  /** Selects instances of a mapped class; needs a session. */
  public static <E> Select<E> select(Class<E> entity) {
    return Calls.select(List.of(new EntityClass<>(entity)), true);
  }

  /** {@code INSERT INTO table}. */
  public static Insert insert(DmlTarget table) {
    return Insert.of(new InsertSpec(table, List.of(), List.of(), null, null));
  }

  /** {@code INSERT INTO} the table of a mapped class. */
  public static Insert insert(Class<?> entity) {
    return insert(new EntityClass<>(entity));
  }

  /** {@code UPDATE table}. */
  public static Update update(DmlTarget table) {
    return Update.of(new UpdateSpec(table, List.of(), List.of(), null));
  }

  /** {@code UPDATE} the table of a mapped class. */
  public static Update update(Class<?> entity) {
    return update(new EntityClass<>(entity));
  }

  /** {@code DELETE FROM table}. */
  public static Delete delete(DmlTarget table) {
    return Delete.of(new DeleteSpec(table, List.of(), null));
  }

  /** {@code DELETE FROM} the table of a mapped class. */
  public static Delete delete(Class<?> entity) {
    return delete(new EntityClass<>(entity));
  }

  /** SQL text with {@code :names}: a statement, or a condition inside one. */
  public static Text text(String sql) {
    return Text.of(sql);
  }

  /** {@code first UNION more}. */
  @SafeVarargs
  public static <R extends @Nullable Object> Select<R> union(
      Select<R> first, Select<? extends R>... more) {
    return Select.compound(Compound.Kind.UNION, Calls.members(first, more));
  }

  /** {@code first UNION ALL more}. */
  @SafeVarargs
  public static <R extends @Nullable Object> Select<R> unionAll(
      Select<R> first, Select<? extends R>... more) {
    return Select.compound(Compound.Kind.UNION_ALL, Calls.members(first, more));
  }

  /** {@code WITH RECURSIVE name AS (base UNION ALL step)}; {@code step} is given the name by which it refers to the whole. */
  public static Alias recursive(
      String name, Select<?> base, Function<? super Alias, ? extends Select<?>> step) {
    SelectAlias itself = new SelectAlias(SelectAlias.Kind.RECURSION, name, base);
    return SelectAlias.recursive(itself, step.apply(itself));
  }

  /** {@code a AND b}. None is no condition at all: it disappears wherever it is put. */
  public static Condition and(Condition... conditions) {
    return and(Arrays.asList(conditions));
  }

  /** {@code a AND b}. */
  public static Condition and(Collection<? extends Condition> conditions) {
    return Junction.of(true, Operands.<Condition>present("and", conditions));
  }

  /** {@code a OR b}. None is no condition at all: it disappears wherever it is put. */
  public static Condition or(Condition... conditions) {
    return or(Arrays.asList(conditions));
  }

  /** {@code a OR b}. */
  public static Condition or(Collection<? extends Condition> conditions) {
    return Junction.of(false, Operands.<Condition>present("or", conditions));
  }

  /** {@code NOT condition}, written as the opposite operator where there is one. */
  public static Condition not(Condition condition) {
    return condition.not();
  }

  /** {@code EXISTS (SELECT …)}; columns of the statement around may be used inside. */
  public static Condition exists(Select<?> select) {
    return new Exists(select, false);
  }

  /** A boolean expression as a condition. */
  public static Condition isTrue(Expression<Boolean> expression) {
    return expression instanceof Condition condition ? condition : new TruthTest(expression, false);
  }

  /** True. */
  public static Condition always() {
    return new BooleanConstant(true);
  }

  /** False. */
  public static Condition never() {
    return new BooleanConstant(false);
  }

  /** A value as a bind of the type that its class has. */
  public static <T extends @Nullable Object> Expression<T> literal(T value) {
    return new BindValue<>(Calls.typeOf(value), value);
  }

  /** A value, or NULL, as a bind of a type. */
  public static <T extends @Nullable Object> Expression<T> literal(
      @Nullable T value, SqlType<T> type) {
    return new BindValue<>(type, value);
  }

  /** SQL text as an expression, written as it stands. Never put values of users into it. */
  public static <T extends @Nullable Object> Expression<T> literalColumn(
      String sql, SqlType<T> type) {
    return new LiteralSql<>(sql, type);
  }

  /** A value that each execution gives by name. */
  public static <T extends @Nullable Object> Expression<T> param(String name, SqlType<T> type) {
    return new Parameter<>(name, type);
  }

  /** {@code excluded.column}: what the conflicting row of an INSERT would have written. */
  public static <T extends @Nullable Object> Expression<T> excluded(Assignable<T> column) {
    return new Excluded<>(column);
  }

  /** {@code CASE WHEN condition THEN value}. */
  public static <T extends @Nullable Object> Case<T> caseWhen(Condition condition, T value) {
    SqlType<T> type = Calls.typeOf(value);
    return Calls.caseWhen(condition, new BindValue<>(type, value), type);
  }

  /** {@code CASE WHEN condition THEN value}. */
  public static <T extends @Nullable Object> Case<T> caseWhen(
      Condition condition, Expression<T> value) {
    return Calls.caseWhen(condition, value, value.type());
  }

  /** {@code coalesce(first, orElse)}: the first that is not null. */
  public static <T extends @Nullable Object> Expression<T> coalesce(Expression<T> first, T orElse) {
    Expression<T> second = new BindValue<>(first.type(), orElse);
    return Calls.call("coalesce", first.type(), first, second);
  }

  /** {@code coalesce(first, second, more)}: the first that is not null. */
  @SafeVarargs
  public static <T extends @Nullable Object> Expression<T> coalesce(
      Expression<T> first, Expression<? extends T> second, Expression<? extends T>... more) {
    List<Expression<?>> arguments = new ArrayList<>(List.of(first, second));
    arguments.addAll(Arrays.asList(more));
    return new FunctionCall<>(Call.of("coalesce", List.copyOf(arguments)), first.type());
  }

  /** A JSON value, to look inside. */
  public static Json json(Expression<?> value) {
    return new Json(value, List.of());
  }

  /** {@code count(*)}. */
  public static NumericAggregate<Long> count() {
    return new NumericCall<>(
        new Call("count", List.of(), true, false, null, List.of(), null), Types.BIGINT);
  }

  /** {@code count(expression)}: of those that are not null. */
  public static NumericAggregate<Long> count(Expression<?> expression) {
    return Calls.number("count", Types.BIGINT, expression);
  }

  /** {@code sum(expression)}; null for no rows. */
  public static <N extends Number> NumericAggregate<N> sum(Expression<N> expression) {
    return Calls.number("sum", expression.type(), expression);
  }

  /** {@code avg(expression)}; null for no rows. */
  public static NumericAggregate<BigDecimal> avg(Expression<? extends Number> expression) {
    return Calls.number("avg", AVERAGE, expression);
  }

  /** {@code max(expression)}; null for no rows. */
  public static <T extends @Nullable Object> Aggregate<T> max(Expression<T> expression) {
    return Calls.call("max", expression.type(), expression);
  }

  /** {@code min(expression)}; null for no rows. */
  public static <T extends @Nullable Object> Aggregate<T> min(Expression<T> expression) {
    return Calls.call("min", expression.type(), expression);
  }

  /** {@code row_number()}, a window function. */
  public static NumericAggregate<Long> rowNumber() {
    return Calls.number("row_number", Types.BIGINT);
  }

  /** {@code rank()}, a window function. */
  public static NumericAggregate<Long> rank() {
    return Calls.number("rank", Types.BIGINT);
  }

  /** {@code lag(expression)}, a window function: the value one row before. */
  public static <T extends @Nullable Object> Aggregate<T> lag(Expression<T> expression) {
    return Calls.call("lag", expression.type(), expression);
  }

  /** {@code lower(text)}. */
  public static Expression<String> lower(Expression<String> text) {
    return Calls.call("lower", Types.TEXT, text);
  }

  /** {@code upper(text)}. */
  public static Expression<String> upper(Expression<String> text) {
    return Calls.call("upper", Types.TEXT, text);
  }

  /** {@code length(text)}, in characters. */
  public static NumericExpression<Integer> length(Expression<String> text) {
    return Calls.number("length", Types.INTEGER, text);
  }

  /** {@code a || b || c}; null if one of them is. */
  public static Expression<String> concat(Object... parts) {
    if (parts.length == 0) {
      throw new ArgumentException("concat() was given nothing to join");
    }
    List<Expression<?>> items = new ArrayList<>();
    for (Object part : parts) {
      Expression<?> item = Operands.expression(part);
      if (item instanceof Concat inner) {
        items.addAll(inner.items());
      } else {
        items.add(item);
      }
    }
    return new Concat(List.copyOf(items));
  }

  /** The time at which the statement, or the transaction, began, in the zone of the connection. */
  public static Expression<LocalDateTime> now() {
    return new CurrentTimestamp();
  }

  /** {@code name(arguments)}: any function, an aggregate or window function too. What is no expression becomes a bind. */
  public static <T extends @Nullable Object> Aggregate<T> func(
      String name, SqlType<T> type, Object... arguments) {
    List<Expression<?>> list = new ArrayList<>();
    for (Object argument : arguments) {
      list.add(Operands.expression(argument));
    }
    return new FunctionCall<>(Call.of(Operands.function(name), List.copyOf(list)), type);
  }

  /** An empty window, to be partitioned and ordered. */
  public static WindowSpec window() {
    return WindowSpec.EMPTY;
  }

  /** {@code UNBOUNDED PRECEDING}. */
  public static FrameBound unboundedPreceding() {
    return new Window.Bound("UNBOUNDED PRECEDING", null);
  }

  /** {@code n PRECEDING}. */
  public static FrameBound preceding(long n) {
    return new Window.Bound("PRECEDING", Calls.rows(n));
  }

  /** {@code CURRENT ROW}. */
  public static FrameBound currentRow() {
    return new Window.Bound("CURRENT ROW", null);
  }

  /** {@code n FOLLOWING}. */
  public static FrameBound following(long n) {
    return new Window.Bound("FOLLOWING", Calls.rows(n));
  }

  /** {@code UNBOUNDED FOLLOWING}. */
  public static FrameBound unboundedFollowing() {
    return new Window.Bound("UNBOUNDED FOLLOWING", null);
  }

  /** {@code ROLLUP (columns)}, in GROUP BY. */
  public static Grouping rollup(Expression<?>... columns) {
    return new Rollup(Operands.present("rollup", Arrays.asList(columns)));
  }

  /**
   * The rows of a subquery, which may use the statement around it, as one value: a list, empty for none. PostgreSQL gives it as
   * {@code ARRAY(SELECT ARRAY[…] FROM (SELECT …))}, SQLite and H2 as JSON; H2 refuses DISTINCT, GROUP BY, LIMIT and UNION in a
   * subquery that uses the statement around it.
   */
  public static <R extends @Nullable Object> Expression<List<R>> multiset(Select<R> select) {
    return new Multiset<>(select);
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      Selectable<R> project(Projection.Of2<A, B, R> make, Selectable<A> a, Selectable<B> b) {
    return new RowProjection<>(List.of(a, b), v -> make.make((A) v[0], (B) v[1]));
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of3<A, B, C, R> make, Selectable<A> a, Selectable<B> b, Selectable<C> c) {
    return new RowProjection<>(List.of(a, b, c), v -> make.make((A) v[0], (B) v[1], (C) v[2]));
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
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
    return new RowProjection<>(
        List.of(a, b, c, d), v -> make.make((A) v[0], (B) v[1], (C) v[2], (D) v[3]));
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
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
    return new RowProjection<>(
        List.of(a, b, c, d, e), v -> make.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]));
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          D extends @Nullable Object,
          E extends @Nullable Object,
          F extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of6<A, B, C, D, E, F, R> make,
          Selectable<A> a,
          Selectable<B> b,
          Selectable<C> c,
          Selectable<D> d,
          Selectable<E> e,
          Selectable<F> f) {
    return new RowProjection<>(
        List.of(a, b, c, d, e, f),
        v -> make.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]));
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          D extends @Nullable Object,
          E extends @Nullable Object,
          F extends @Nullable Object,
          G extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of7<A, B, C, D, E, F, G, R> make,
          Selectable<A> a,
          Selectable<B> b,
          Selectable<C> c,
          Selectable<D> d,
          Selectable<E> e,
          Selectable<F> f,
          Selectable<G> g) {
    return new RowProjection<>(
        List.of(a, b, c, d, e, f, g),
        v -> make.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]));
  }

  /** Makes an object of each row: {@code project(Line::new, …)}. */
  @SuppressWarnings("unchecked") // each value is of the type of its expression
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          D extends @Nullable Object,
          E extends @Nullable Object,
          F extends @Nullable Object,
          G extends @Nullable Object,
          H extends @Nullable Object,
          R extends @Nullable Object>
      Selectable<R> project(
          Projection.Of8<A, B, C, D, E, F, G, H, R> make,
          Selectable<A> a,
          Selectable<B> b,
          Selectable<C> c,
          Selectable<D> d,
          Selectable<E> e,
          Selectable<F> f,
          Selectable<G> g,
          Selectable<H> h) {
    return new RowProjection<>(
        List.of(a, b, c, d, e, f, g, h),
        v -> make.make(
            (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7]));
  }
}
