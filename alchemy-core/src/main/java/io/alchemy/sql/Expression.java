package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.Between;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Cast;
import io.alchemy.sql.node.Coerce;
import io.alchemy.sql.node.Collate;
import io.alchemy.sql.node.Comparison;
import io.alchemy.sql.node.CustomOperation;
import io.alchemy.sql.node.InList;
import io.alchemy.sql.node.InSelect;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.Like;
import io.alchemy.sql.node.NullTest;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.Ordered;
import io.alchemy.types.SqlType;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A value in SQL: a column, a bind, a function of others. Immutable; every method gives a new expression.
 *
 * <p>A plain value becomes a bind of this expression's type, never text. An operator that the type does not have is
 * refused when the expression is built, with an {@link ArgumentException} that names expression, type and operator.
 *
 * @param <T> the Java type of its values
 */
@CheckReturnValue
public interface Expression<T extends @Nullable Object> extends Selectable<T>, Ordering, Grouping {
  /** The type of its values; null where only a registry, or the database, knows it. */
  default @Nullable SqlType<T> type() {
    return null;
  }

  /** {@code this = value}; for null, {@code this IS NULL}. */
  default Condition eq(@Nullable T value) {
    if (value == null) {
      return isNull();
    }
    return new Comparison(Operator.EQUAL, this, Operands.bind(this, Operator.EQUAL, value));
  }

  /** {@code this = other}. */
  default Condition eq(Expression<? extends T> other) {
    return new Comparison(Operator.EQUAL, this, other);
  }

  /** {@code this <> value}; for null, {@code this IS NOT NULL}. */
  default Condition ne(@Nullable T value) {
    if (value == null) {
      return isNotNull();
    }
    return new Comparison(Operator.NOT_EQUAL, this, Operands.bind(this, Operator.NOT_EQUAL, value));
  }

  /** {@code this <> other}. */
  default Condition ne(Expression<? extends T> other) {
    return new Comparison(Operator.NOT_EQUAL, this, other);
  }

  /** {@code this < other}. */
  default Condition lt(T value) {
    Operands.check(Operator.LESS, this);
    return new Comparison(Operator.LESS, this, Operands.bind(this, Operator.LESS, value));
  }

  /** {@code this < other}. */
  default Condition lt(Expression<? extends T> other) {
    Operands.check(Operator.LESS, this);
    return new Comparison(Operator.LESS, this, other);
  }

  /** {@code this <= other}. */
  default Condition le(T value) {
    Operands.check(Operator.LESS_OR_EQUAL, this);
    return new Comparison(
        Operator.LESS_OR_EQUAL, this, Operands.bind(this, Operator.LESS_OR_EQUAL, value));
  }

  /** {@code this <= other}. */
  default Condition le(Expression<? extends T> other) {
    Operands.check(Operator.LESS_OR_EQUAL, this);
    return new Comparison(Operator.LESS_OR_EQUAL, this, other);
  }

  /** {@code this > other}. */
  default Condition gt(T value) {
    Operands.check(Operator.GREATER, this);
    return new Comparison(Operator.GREATER, this, Operands.bind(this, Operator.GREATER, value));
  }

  /** {@code this > other}. */
  default Condition gt(Expression<? extends T> other) {
    Operands.check(Operator.GREATER, this);
    return new Comparison(Operator.GREATER, this, other);
  }

  /** {@code this >= other}. */
  default Condition ge(T value) {
    Operands.check(Operator.GREATER_OR_EQUAL, this);
    return new Comparison(
        Operator.GREATER_OR_EQUAL, this, Operands.bind(this, Operator.GREATER_OR_EQUAL, value));
  }

  /** {@code this >= other}. */
  default Condition ge(Expression<? extends T> other) {
    Operands.check(Operator.GREATER_OR_EQUAL, this);
    return new Comparison(Operator.GREATER_OR_EQUAL, this, other);
  }

  /** {@code this BETWEEN low AND high}, both included. */
  default Condition between(T low, T high) {
    Operands.check(Operator.BETWEEN, this);
    return new Between(
        this,
        Operands.bind(this, Operator.BETWEEN, low),
        Operands.bind(this, Operator.BETWEEN, high),
        false);
  }

  /** {@code this BETWEEN low AND high}, both included. */
  default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
    Operands.check(Operator.BETWEEN, this);
    return new Between(this, low, high, false);
  }

  /** {@code this IS NULL}. */
  default Condition isNull() {
    return new NullTest(this, false);
  }

  /** {@code this IS NOT NULL}. */
  default Condition isNotNull() {
    return new NullTest(this, true);
  }

  /** {@code this IS DISTINCT FROM value}: unequal, where null equals null. For null, {@code this IS NOT NULL}. */
  default Condition isDistinctFrom(@Nullable T value) {
    if (value == null) {
      return isNotNull();
    }
    return new Comparison(Operator.DISTINCT, this, Operands.bind(this, Operator.DISTINCT, value));
  }

  /** {@code this IS DISTINCT FROM other}: unequal, where null equals null. */
  default Condition isDistinctFrom(Expression<? extends T> other) {
    return new Comparison(Operator.DISTINCT, this, other);
  }

  /** {@code this IN (values)}; false for no values. */
  @SuppressWarnings("unchecked")
  default Condition in(T... values) {
    return in(Arrays.asList(values));
  }

  /**
   * {@code this IN (values)}; false for no values. One compiled text serves lists of every length.
   *
   * @throws ArgumentException when one of the values is null
   */
  default Condition in(Collection<? extends T> values) {
    return new InList(this, new BindList(type(), Operands.list(this, values)), false);
  }

  /** {@code this IN (SELECT …)}. */
  default Condition in(Select<? extends T> values) {
    return new InSelect(this, values, false);
  }

  /** {@code this NOT IN (values)}; true for no values. */
  @SuppressWarnings("unchecked")
  default Condition notIn(T... values) {
    return notIn(Arrays.asList(values));
  }

  /** {@code this NOT IN (values)}; true for no values. */
  default Condition notIn(Collection<? extends T> values) {
    return new InList(this, new BindList(type(), Operands.list(this, values)), true);
  }

  /** {@code this NOT IN (SELECT …)}. */
  default Condition notIn(Select<? extends T> values) {
    return new InSelect(this, values, true);
  }

  /** {@code this LIKE pattern}: {@code %} is any text, {@code _} any character. */
  default Condition like(String pattern) {
    return like(new BindValue<>(Operands.text(this), pattern));
  }

  /** {@code this LIKE pattern}. */
  default Condition like(Expression<String> pattern) {
    Operands.check(Operator.LIKE, this);
    return new Like(this, pattern, false, false, false);
  }

  /** {@code this ILIKE pattern}: LIKE without regard to case. */
  default Condition ilike(String pattern) {
    Operands.check(Operator.ILIKE, this);
    return new Like(this, new BindValue<>(Operands.text(this), pattern), true, false, false);
  }

  /** {@code this LIKE 'prefix%'}; what is special in patterns stands for itself in {@code prefix}. */
  default Condition startsWith(String prefix) {
    return Operands.like(this, Like.escape(prefix) + "%");
  }

  /** {@code this LIKE '%suffix'}; what is special in patterns stands for itself in {@code suffix}. */
  default Condition endsWith(String suffix) {
    return Operands.like(this, "%" + Like.escape(suffix));
  }

  /** {@code this LIKE '%part%'}; what is special in patterns stands for itself in {@code part}. */
  default Condition contains(String part) {
    return Operands.like(this, "%" + Like.escape(part) + "%");
  }

  /** {@code this + other}. */
  default Expression<T> plus(T value) {
    return Operands.arithmeticWith(Operator.PLUS, this, value);
  }

  /** {@code this + other}. */
  default Expression<T> plus(Expression<? extends T> other) {
    return Operands.arithmetic(Operator.PLUS, this, other);
  }

  /** {@code this - other}. */
  default Expression<T> minus(T value) {
    return Operands.arithmeticWith(Operator.MINUS, this, value);
  }

  /** {@code this - other}. */
  default Expression<T> minus(Expression<? extends T> other) {
    return Operands.arithmetic(Operator.MINUS, this, other);
  }

  /** {@code this * other}. */
  default Expression<T> times(T value) {
    return Operands.arithmeticWith(Operator.TIMES, this, value);
  }

  /** {@code this * other}. */
  default Expression<T> times(Expression<? extends T> other) {
    return Operands.arithmetic(Operator.TIMES, this, other);
  }

  /** {@code this / other}; of whole numbers, a whole number. */
  default Expression<T> dividedBy(T value) {
    return Operands.arithmeticWith(Operator.DIVIDED_BY, this, value);
  }

  /** {@code this / other}; of whole numbers, a whole number. */
  default Expression<T> dividedBy(Expression<? extends T> other) {
    return Operands.arithmetic(Operator.DIVIDED_BY, this, other);
  }

  /** {@code this AS name}. Give the same object to ORDER BY, GROUP BY and {@code row.get}. */
  default Label<T> as(String name) {
    return new Labeled<>(this, name);
  }

  /** {@code CAST(this AS type)}. */
  default <U extends @Nullable Object> Expression<U> cast(SqlType<U> type) {
    return new Cast<>(this, type);
  }

  /** This as another type, with nothing written for it: for what the database converts by itself. */
  default <U extends @Nullable Object> Expression<U> coerce(SqlType<U> type) {
    return new Coerce<>(this, type);
  }

  /** {@code this COLLATE collation}. */
  default Expression<T> collate(String collation) {
    Operands.check(Operator.COLLATE, this);
    return new Collate<>(this, collation);
  }

  /**
   * {@code this operator operand}, for operators that have no method here. The operator is written as it stands; an
   * operand that is no expression becomes a bind.
   */
  default <U extends @Nullable Object> Expression<U> op(
      String operator, SqlType<U> result, Object operand) {
    return new CustomOperation<>(
        this, Operands.operator(operator), Operands.expression(operand), result);
  }

  /** {@code this ASC}, in ORDER BY. */
  default Ordering asc() {
    return new Ordered(this, false, Ordered.Nulls.DEFAULT);
  }

  /** {@code this DESC}, in ORDER BY. */
  default Ordering desc() {
    return new Ordered(this, true, Ordered.Nulls.DEFAULT);
  }
}
