package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.caseWhen;
import static io.alchemy.sql.Sql.coalesce;
import static io.alchemy.sql.Sql.concat;
import static io.alchemy.sql.Sql.isTrue;
import static io.alchemy.sql.Sql.length;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.lower;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.or;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.TEXT;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Random expressions with, beside each, what it means: a function of a row in Java that knows nothing of the SQL. Numbers are
 * whole and stay small, texts are in lower case, nothing divides by zero: where databases differ by design is left out.
 */
final class RandomExpression {
  private static final long LARGEST = 1_000_000_000_000L;
  private static final String LETTERS = "ab%_!\\'";

  /** A number, and a bound of its size. */
  record Whole(
      Expression<Long> sql, Function<Map<String, Object>, @Nullable Long> value, long bound) {}

  /** A condition; null is unknown. */
  record Truth(Condition sql, Function<Map<String, Object>, @Nullable Boolean> value) {}

  /** A text. */
  record Words(Expression<String> sql, Function<Map<String, Object>, @Nullable String> value) {}

  private final Random random;
  private final Table table;

  RandomExpression(Random random, Table table) {
    this.random = random;
    this.table = table;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  Whole whole(int depth) {
    if (depth == 0 || chance(10)) {
      return wholeLeaf();
    }
    return switch (random.nextInt(9)) {
      case 0, 1 -> sum(depth);
      case 2, 3 -> difference(depth);
      case 4 -> product(depth);
      case 5 -> quotient(depth);
      case 6 -> remainder(depth);
      case 7 -> choice(depth);
      default -> chance(50) ? orElse(depth) : size(depth);
    };
  }

  private Whole wholeLeaf() {
    if (chance(60)) {
      String name = chance(50) ? "a" : "b";
      return new Whole(table.column(name, Long.class), row -> (Long) row.get(name), 9);
    }
    if (chance(10)) {
      return new Whole(literal(null, BIGINT), row -> null, 1);
    }
    long value = random.nextInt(19) - 9;
    return new Whole(literal(value), row -> value, 9);
  }

  private static <A, B, R> Function<Map<String, Object>, @Nullable R> both(
      Function<Map<String, Object>, @Nullable A> left,
      Function<Map<String, Object>, @Nullable B> right,
      BiFunction<A, B, R> operator) {
    return row -> {
      A a = left.apply(row);
      B b = right.apply(row);
      return a == null || b == null ? null : operator.apply(a, b);
    };
  }

  private Whole sum(int depth) {
    Whole left = whole(depth - 1);
    Whole right = whole(depth - 1);
    return new Whole(
        left.sql.plus(right.sql),
        both(left.value, right.value, Long::sum),
        left.bound + right.bound);
  }

  private Whole difference(int depth) {
    Whole left = whole(depth - 1);
    Whole right = whole(depth - 1);
    return new Whole(
        left.sql.minus(right.sql),
        both(left.value, right.value, (a, b) -> a - b),
        left.bound + right.bound);
  }

  private Whole product(int depth) {
    Whole left = whole(depth - 1);
    Whole right = whole(depth - 1);
    if (left.bound > LARGEST / right.bound) {
      return left;
    }
    return new Whole(
        left.sql.times(right.sql),
        both(left.value, right.value, (a, b) -> a * b),
        left.bound * right.bound);
  }

  private Whole quotient(int depth) {
    Whole left = whole(depth - 1);
    long divisor = random.nextInt(5) + 1L;
    return new Whole(
        left.sql.dividedBy(divisor), both(left.value, row -> divisor, (a, b) -> a / b), left.bound);
  }

  private Whole remainder(int depth) {
    Whole left = whole(depth - 1);
    long divisor = random.nextInt(5) + 1L;
    return new Whole(
        left.sql.op("%", BIGINT, divisor),
        both(left.value, row -> divisor, (a, b) -> a % b),
        left.bound);
  }

  private Whole choice(int depth) {
    Truth condition = truth(depth - 1);
    Whole then = whole(depth - 1);
    Whole otherwise = whole(depth - 1);
    boolean hasElse = chance(70);
    Expression<Long> sql = hasElse
        ? caseWhen(condition.sql, then.sql).otherwise(otherwise.sql)
        : caseWhen(condition.sql, then.sql);
    return new Whole(
        sql,
        row -> Boolean.TRUE.equals(condition.value.apply(row))
            ? then.value.apply(row)
            : hasElse ? otherwise.value.apply(row) : null,
        Math.max(then.bound, otherwise.bound));
  }

  private Whole orElse(int depth) {
    Whole left = whole(depth - 1);
    Whole right = whole(depth - 1);
    return new Whole(
        coalesce(left.sql, right.sql),
        row -> {
          Long value = left.value.apply(row);
          return value == null ? right.value.apply(row) : value;
        },
        Math.max(left.bound, right.bound));
  }

  private Whole size(int depth) {
    Words text = words(depth - 1);
    return new Whole(
        length(text.sql).coerce(BIGINT),
        row -> {
          String value = text.value.apply(row);
          return value == null ? null : (long) value.length();
        },
        10_000);
  }

  Words words(int depth) {
    if (depth == 0 || chance(20)) {
      if (chance(60)) {
        String name = chance(50) ? "s" : "t";
        return new Words(table.column(name, String.class), row -> (String) row.get(name));
      }
      String value = text(random.nextInt(4));
      return new Words(literal(value), row -> value);
    }
    if (chance(20)) {
      Words inner = words(depth - 1);
      return new Words(lower(inner.sql), inner.value);
    }
    if (chance(30)) {
      Whole number = whole(depth - 1);
      return new Words(number.sql.cast(TEXT), row -> {
        Long value = number.value.apply(row);
        return value == null ? null : value.toString();
      });
    }
    Words left = words(depth - 1);
    if (chance(30)) {
      Whole right = whole(depth - 1);
      return new Words(concat(left.sql, right.sql), both(left.value, right.value, (a, b) -> a + b));
    }
    Words right = words(depth - 1);
    return new Words(concat(left.sql, right.sql), both(left.value, right.value, String::concat));
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  Truth truth(int depth) {
    if (depth == 0 || chance(5)) {
      Column<Boolean> column = table.column("c", Boolean.class);
      return new Truth(isTrue(column), row -> (Boolean) row.get("c"));
    }
    return switch (random.nextInt(10)) {
      case 0, 1 -> comparison(depth);
      case 2, 3 -> junction(depth);
      case 4 -> negation(depth);
      case 5 -> between(depth);
      case 6 -> member(depth);
      case 7 -> chance(50) ? nullTest(depth) : distinct(depth);
      case 8 -> part(depth);
      default -> equality(depth);
    };
  }

  private Truth comparison(int depth) {
    Whole left = whole(depth - 1);
    Whole right = whole(depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> new Truth(left.sql.eq(right.sql), both(left.value, right.value, Long::equals));
      case 1 ->
        new Truth(left.sql.ne(right.sql), both(left.value, right.value, (a, b) -> !a.equals(b)));
      case 2 -> new Truth(left.sql.lt(right.sql), both(left.value, right.value, (a, b) -> a < b));
      case 3 -> new Truth(left.sql.le(right.sql), both(left.value, right.value, (a, b) -> a <= b));
      case 4 -> new Truth(left.sql.gt(right.sql), both(left.value, right.value, (a, b) -> a > b));
      default -> new Truth(left.sql.ge(right.sql), both(left.value, right.value, (a, b) -> a >= b));
    };
  }

  /** Conditions compared as values, which needs parentheses wherever comparisons do not nest. */
  private Truth equality(int depth) {
    Truth left = truth(depth - 1);
    Truth right = truth(depth - 1);
    return chance(50)
        ? new Truth(left.sql.eq(right.sql), both(left.value, right.value, Boolean::equals))
        : new Truth(left.sql.ne(right.sql), both(left.value, right.value, (a, b) -> !a.equals(b)));
  }

  private Truth junction(int depth) {
    boolean conjunction = chance(50);
    List<Condition> sql = new ArrayList<>();
    List<Function<Map<String, Object>, @Nullable Boolean>> values = new ArrayList<>();
    for (int i = random.nextInt(3) + 1; i >= 0; i--) {
      Truth part = truth(depth - 1);
      sql.add(part.sql);
      values.add(part.value);
    }
    return new Truth(conjunction ? and(sql) : or(sql), row -> joined(values, conjunction, row));
  }

  private static @Nullable Boolean joined(
      List<Function<Map<String, Object>, @Nullable Boolean>> values,
      boolean conjunction,
      Map<String, Object> row) {
    Boolean result = conjunction;
    for (Function<Map<String, Object>, @Nullable Boolean> value : values) {
      Boolean one = value.apply(row);
      if (one == null) {
        result = null;
      } else if (one != conjunction) {
        return one;
      }
    }
    return result;
  }

  private Truth negation(int depth) {
    Truth inner = truth(depth - 1);
    return new Truth(not(inner.sql), row -> {
      Boolean value = inner.value.apply(row);
      return value == null ? null : !value;
    });
  }

  private Truth between(int depth) {
    Whole value = whole(depth - 1);
    Whole low = whole(depth - 1);
    Whole high = whole(depth - 1);
    return new Truth(
        value.sql.between(low.sql, high.sql),
        row -> joined(
            List.of(
                both(value.value, low.value, (a, b) -> a >= b),
                both(value.value, high.value, (a, b) -> a <= b)),
            true,
            row));
  }

  private Truth member(int depth) {
    Whole value = whole(depth - 1);
    List<Long> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(random.nextInt(9) - 4L);
    }
    boolean in = chance(50);
    return new Truth(in ? value.sql.in(list) : value.sql.notIn(list), row -> {
      Long one = value.value.apply(row);
      if (list.isEmpty()) {
        return !in;
      }
      return one == null ? null : list.contains(one) == in;
    });
  }

  private Truth nullTest(int depth) {
    Whole value = whole(depth - 1);
    return chance(50)
        ? new Truth(value.sql.isNull(), row -> value.value.apply(row) == null)
        : new Truth(value.sql.isNotNull(), row -> value.value.apply(row) != null);
  }

  private Truth distinct(int depth) {
    Whole left = whole(depth - 1);
    Whole right = whole(depth - 1);
    return new Truth(
        left.sql.isDistinctFrom(right.sql),
        row -> !Objects.equals(left.value.apply(row), right.value.apply(row)));
  }

  private Truth part(int depth) {
    Words text = words(depth - 1);
    String part = text(random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 ->
        new Truth(text.sql.startsWith(part), both(text.value, row -> part, String::startsWith));
      case 1 -> new Truth(text.sql.endsWith(part), both(text.value, row -> part, String::endsWith));
      case 2 -> new Truth(text.sql.contains(part), both(text.value, row -> part, String::contains));
      default -> new Truth(text.sql.eq(part), both(text.value, row -> part, String::equals));
    };
  }
}
