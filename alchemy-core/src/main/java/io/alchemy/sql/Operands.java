package io.alchemy.sql;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.node.Arithmetic;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.Like;
import io.alchemy.sql.node.NumericArithmetic;
import io.alchemy.sql.node.Operator;
import io.alchemy.sql.node.SelectDraft;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the arguments of operators into nodes, and refuses operators that a type does not have. */
final class Operands {
  private static final Pattern OPERATOR =
      Pattern.compile("[-+*/<>=~!@#%^&|`?]{1,8}|[A-Za-z_]+( [A-Za-z_]+)*|OPERATOR\\([^()'\"]+\\)");

  private static final Pattern FUNCTION =
      Pattern.compile("[\\p{L}_][\\p{L}\\d_$]*(\\.[\\p{L}_][\\p{L}\\d_$]*)?");

  private Operands() {}

  /** {@code value} as a bind of {@code left}'s type. */
  static Expression<?> bind(Expression<?> left, Operator operator, @Nullable Object value) {
    if (value == null) {
      throw new ArgumentException(operator.sql()
          + " on "
          + left
          + " was given null, which compares with nothing: use isNull(), or whereIfPresent(…)"
          + " to leave the condition out");
    }
    return BindValue.of(left.type(), value);
  }

  /** {@code left operator value}, the value in the type of {@code left}, or a finer one if it has more digits. */
  static <T extends @Nullable Object> Arithmetic<T> arithmeticWith(
      Operator operator, Expression<T> left, @Nullable Object value) {
    check(operator, left);
    Expression<?> bind = bind(left, operator, value);
    SqlType<T> type = left.type();
    if (type != null && value instanceof BigDecimal decimal && decimal.scale() > 0) {
      SqlType<?> digits =
          Types.numeric(Math.max(decimal.precision(), decimal.scale()), decimal.scale());
      bind = BindValue.of(type.computedWith(digits, true), value);
    }
    return arithmetic(operator, left, bind);
  }

  static <T extends @Nullable Object> Arithmetic<T> arithmetic(
      Operator operator, Expression<T> left, Expression<?> right) {
    check(operator, left);
    return new Arithmetic<>(operator, left, right, computed(operator, left, right));
  }

  static <N extends Number> NumericArithmetic<N> arithmetic(
      Operator operator, NumericExpression<N> left, long value) {
    Expression<?> right = number(left, value);
    return new NumericArithmetic<>(operator, left, right, computed(operator, left, right));
  }

  private static <T extends @Nullable Object> @Nullable SqlType<T> computed(
      Operator operator, Expression<T> left, Expression<?> right) {
    SqlType<T> type = left.type();
    boolean sum = operator == Operator.PLUS || operator == Operator.MINUS;
    return type == null ? null : type.computedWith(right.type(), sum);
  }

  /** A whole number beside a numeric expression, in a type that holds it. */
  static Expression<?> number(Expression<?> left, long value) {
    SqlType<?> type = left.type();
    if (type == null) {
      return new BindValue<>(null, value);
    }
    if (wholeNumbers(type) && (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE)) {
      return new BindValue<>(Types.BIGINT, value);
    }
    return BindValue.of(type, type.convert(value));
  }

  private static boolean wholeNumbers(SqlType<?> type) {
    Class<?> java = type.javaType();
    return java == Integer.class || java == Short.class || java == Long.class;
  }

  /** {@code text LIKE pattern}, the pattern made with escapes. */
  static Condition like(Expression<?> text, String pattern) {
    check(Operator.LIKE, text);
    return new Like(text, new BindValue<>(text(text), pattern), false, true, false);
  }

  /** The type of a pattern: that of the text, unless that is no plain text. */
  @SuppressWarnings("unchecked") // guarded by the Java type
  static SqlType<String> text(Expression<?> text) {
    SqlType<?> type = text.type();
    return type != null && type.javaType() == String.class ? (SqlType<String>) type : Types.TEXT;
  }

  /** An argument that is an expression, or a value to bind. */
  static Expression<?> expression(Object argument) {
    if (argument instanceof Expression<?> expression) {
      return expression;
    }
    if (argument instanceof Json json) {
      return json.text();
    }
    if (argument instanceof Select<?> select) {
      return select.asScalar();
    }
    return BindValue.of(Types.typeOf(argument), argument);
  }

  /** An operator by name: symbols, or words. */
  static String operator(String operator) {
    if (!OPERATOR.matcher(operator).matches()) {
      throw new ArgumentException(
          "op(\"" + operator + "\", …) is no operator: it takes symbols or words, never values");
    }
    return operator;
  }

  /** A function's name: never text with quotes, parentheses or blanks. */
  static String function(String name) {
    if (!FUNCTION.matcher(name).matches()) {
      throw new ArgumentException("func(\"" + name + "\", …): this is no function's name");
    }
    return name;
  }

  static <T> List<T> list(Expression<?> left, Collection<? extends T> values) {
    List<T> list = new ArrayList<>(values.size());
    for (T value : values) {
      if (value == null) {
        throw new ArgumentException("in(…) on "
            + left
            + " was given a null at position "
            + list.size()
            + "; NULL equals nothing, and NOT IN with a NULL is never true: use or(…isNull())");
      }
      list.add(value);
    }
    return List.copyOf(list);
  }

  /** Refuses what the types do not have, naming expression, type and operator. */
  static void check(Operator operator, Expression<?> operand) {
    SqlType<?> type = operand.type();
    if (type != null && !operator.accepts(type.family())) {
      throw new ArgumentException(operator.sql()
          + " cannot be used on "
          + operand
          + ", which is of type "
          + type.name()
          + operator.cure());
    }
  }

  /** The WHERE of a statement that changes rows: never none where one was asked for. */
  static Condition narrowed(
      String statement, @Nullable Condition before, @Nullable Condition... conditions) {
    Condition where = all("where", before, conditions);
    if (where == null) {
      throw new ArgumentException("where(…) of "
          + statement
          + " was given no condition (an empty and(…) or or(…) is none), and every row would be changed:"
          + " leave where(…) out or say where(always()) if that is meant, never() if no row is");
    }
    return where;
  }

  /** Refuses a missing element of a varargs list, naming its position. */
  static <T> List<T> present(String method, Collection<? extends @Nullable T> elements) {
    int position = 0;
    for (T element : elements) {
      present(method, position++, element);
    }
    return List.copyOf(elements);
  }

  private static <T> T present(String method, int position, @Nullable T element) {
    if (element == null) {
      throw new ArgumentException(method
          + "(…) was given null at position "
          + position
          + "; leave a condition out with whereIf(…) or whereIfPresent(…)");
    }
    return element;
  }

  /** All of the conditions, beside those {@code before}; null where that is none. */
  static @Nullable Condition all(
      String method, @Nullable Condition before, @Nullable Condition... conditions) {
    Condition all = before;
    for (int i = 0; i < conditions.length; i++) {
      all = SelectDraft.both(all, present(method, i, conditions[i]));
    }
    return all;
  }
}
