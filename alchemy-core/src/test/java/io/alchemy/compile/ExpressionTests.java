package io.alchemy.compile;

import static io.alchemy.compile.Compiling.POSTGRESQL;
import static io.alchemy.compile.Compiling.postgresql;
import static io.alchemy.compile.Compiling.sql;
import static io.alchemy.compile.Compiling.sqlite;
import static io.alchemy.compile.Compiling.values;
import static io.alchemy.compile.Shop.CATEGORY;
import static io.alchemy.compile.Shop.CUSTOMER;
import static io.alchemy.compile.Shop.ORDERS;
import static io.alchemy.compile.Shop.PRODUCT;
import static io.alchemy.sql.Sql.always;
import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.avg;
import static io.alchemy.sql.Sql.caseWhen;
import static io.alchemy.sql.Sql.coalesce;
import static io.alchemy.sql.Sql.concat;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.func;
import static io.alchemy.sql.Sql.isTrue;
import static io.alchemy.sql.Sql.json;
import static io.alchemy.sql.Sql.length;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.literalColumn;
import static io.alchemy.sql.Sql.max;
import static io.alchemy.sql.Sql.never;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.or;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.rollup;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.NUMERIC;
import static io.alchemy.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Keyset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionTests {
  private static final Expression<Integer> A = literalColumn("a", INTEGER);
  private static final Expression<Integer> B = literalColumn("b", INTEGER);
  private static final Expression<Integer> C = literalColumn("c", INTEGER);
  private static final Expression<String> S = literalColumn("s", TEXT);

  private static String text(Expression<?> expression) {
    return sql(select(expression)).substring("SELECT ".length());
  }

  @Test
  void arithmeticHasTheParenthesesThatItNeeds() {
    assertThat(text(A.plus(B).plus(C))).isEqualTo("a + b + c");
    assertThat(text(A.plus(B.plus(C)))).isEqualTo("a + (b + c)");
    assertThat(text(A.minus(B.minus(C)))).isEqualTo("a - (b - c)");
    assertThat(text(A.plus(B).times(C))).isEqualTo("(a + b) * c");
    assertThat(text(A.plus(B.times(C)))).isEqualTo("a + b * c");
    assertThat(text(A.dividedBy(B.times(C)))).isEqualTo("a / (b * c)");
    assertThat(text(A.dividedBy(B).times(C))).isEqualTo("a / b * c");
  }

  @Test
  void predicatesNeverNestWithoutParentheses() {
    assertThat(text(A.eq(B).eq(B.eq(C)))).isEqualTo("(a = b) = (b = c)");
    assertThat(text(A.lt(B).isNull())).isEqualTo("(a < b) IS NULL");
    assertThat(text(A.plus(B).between(B.times(C), C))).isEqualTo("a + b BETWEEN b * c AND c");
    assertThat(text(A.in(1, 2).eq(S.like("x"))))
        .isEqualTo(text(A.in(1, 2).eq(S.like("x"))))
        .contains(") = (s LIKE ?)");
  }

  @Test
  void junctionsNeedParenthesesOnlyInsideWhatBindsTighter() {
    Condition a = A.eq(B);
    Condition b = B.eq(C);
    Condition c = A.eq(C);
    assertThat(text(or(a, and(b, c)))).isEqualTo("a = b OR b = c AND a = c");
    assertThat(text(and(a, or(b, c)))).isEqualTo("a = b AND (b = c OR a = c)");
    assertThat(text(and(a, and(b, c)))).isEqualTo("a = b AND b = c AND a = c");
    assertThat(text(not(or(a, b)))).isEqualTo("NOT (a = b OR b = c)");
    assertThat(text(or(a, b).eq(c))).isEqualTo("(a = b OR b = c) = (a = c)");
  }

  @Test
  void emptyAndSingleJunctionsCollapseAtAnyNesting() {
    Condition a = A.eq(B);
    assertThat(text(and(or(and(a))))).isEqualTo("a = b");
    assertThat(text(or(and(), a, or()))).isEqualTo("a = b");
    assertThat(sql(select(CATEGORY.id).where(and(or())))).doesNotContain("WHERE");
    assertThat(sql(select(CATEGORY.id).where(not(and())))).doesNotContain("WHERE");
    assertThat(sql(select(count().filter(or())).from(CATEGORY))).doesNotContain("FILTER");
  }

  @Test
  void constantsAreInTheDatabasesWords() {
    assertThat(sqlite(select(always()))).isEqualTo("SELECT 1 = 1");
    assertThat(postgresql(select(never()))).isEqualTo("SELECT FALSE");
    assertThat(text(and(always(), A.eq(B)))).isEqualTo("a = b");
    assertThat(text(or(never(), A.eq(B)))).isEqualTo("a = b");
    assertThat(postgresql(select(or(A.eq(B), always())))).isEqualTo("SELECT TRUE");
  }

  @Test
  void aNegationIsTheOppositeOperator() {
    assertThat(text(not(A.eq(B)))).isEqualTo("a <> b");
    assertThat(text(not(A.lt(B)))).isEqualTo("a >= b");
    assertThat(text(not(A.isNull()))).isEqualTo("a IS NOT NULL");
    assertThat(text(not(S.like("x")))).isEqualTo("s NOT LIKE ?");
    assertThat(text(not(A.between(1, 2)))).isEqualTo("a NOT BETWEEN ? AND ?");
    assertThat(text(not(A.isDistinctFrom(B)))).isEqualTo("a IS NOT DISTINCT FROM b");
    assertThat(text(not(not(or(A.eq(B), A.eq(C)))))).isEqualTo("a = b OR a = c");
  }

  @Test
  void concatenationIsAlwaysToldFromArithmetic() {
    assertThat(text(concat(S, A.plus(B), "x"))).isEqualTo("s || (a + b) || ?");
    assertThat(text(concat(S, S).eq("x"))).isEqualTo("s || s = ?");
  }

  @Test
  void anOperatorOfOnesOwnIsToldFromOthers() {
    assertThat(text(A.plus(1).op("&", INTEGER, B.times(2)))).isEqualTo("(a + ?) & (b * ?)");
    assertThat(text(A.op("&", INTEGER, B).plus(1))).isEqualTo("(a & b) + ?");
    assertThat(text(A.op("is", INTEGER, B).eq(1))).isEqualTo("(a is b) = ?");
  }

  @Test
  void sqlTextIsToldFromWhatIsAround() {
    assertThat(text(literalColumn("a + b", INTEGER).times(C))).isEqualTo("(a + b) * c");
  }

  @Test
  void nullComparesAsIsNull() {
    @Nullable Integer none = null;
    assertThat(text(A.eq(none))).isEqualTo("a IS NULL");
    assertThat(text(A.ne(none))).isEqualTo("a IS NOT NULL");
    assertThat(text(A.isDistinctFrom(none))).isEqualTo("a IS NOT NULL");
  }

  @Test
  @SuppressWarnings("NullAway") // what a program without null checks may do
  void nullIsRefusedWhereItWouldNeverBeTrue() {
    Integer none = null;
    assertThatThrownBy(() -> A.lt(none))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("< on a")
        .hasMessageContaining("isNull()");
    assertThatThrownBy(() -> A.in(Arrays.asList(1, null)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("position 1");
  }

  @Test
  void operatorsThatATypeLacksAreRefusedWhenBuilt() {
    assertThatThrownBy(() -> PRODUCT.id.like("x"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("LIKE")
        .hasMessageContaining("product.id")
        .hasMessageContaining("INTEGER");
    assertThatThrownBy(() -> CUSTOMER.name.plus("x"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("+ cannot be used on customer.name")
        .hasMessageContaining("concat");
    assertThatThrownBy(() -> ORDERS.placed.times(LocalDateTime.MIN))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> CUSTOMER.active.minus(true)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> PRODUCT.attrs.gt(java.util.Map.of()))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("product.attrs");
    assertThatThrownBy(() -> PRODUCT.stock.startsWith("1")).isInstanceOf(ArgumentException.class);
  }

  @Test
  void specialCharactersOfPatternsAreEscaped() {
    assertThat(text(S.startsWith("x"))).isEqualTo("s LIKE ? ESCAPE '!'");
    assertThat(values(select(S.contains("50%_!")))).containsExactly("%50!%!_!!%");
    assertThat(values(select(S.like("50%")))).containsExactly("50%");
  }

  @Test
  void ilikeIsLowerCaseWhereTheDatabaseHasNone() {
    assertThat(postgresql(select(S.ilike("x")))).isEqualTo("SELECT s ILIKE ?");
    assertThat(sqlite(select(S.ilike("x")))).isEqualTo("SELECT lower(s) LIKE lower(?)");
  }

  @Test
  void aListIsOneArrayWhereTheDatabaseHasThem() {
    assertThat(postgresql(select(CATEGORY.id.in(1, 2))))
        .isEqualTo("SELECT category.id = ANY (CAST(? AS INTEGER ARRAY)) FROM category");
    assertThat(postgresql(select(CATEGORY.name.notIn("x"))))
        .isEqualTo("SELECT category.name <> ALL (CAST(? AS TEXT ARRAY)) FROM category");
    assertThat(postgresql(select(PRODUCT.price.in(BigDecimal.ONE)))).contains("NUMERIC ARRAY");
    assertThat(sqlite(select(CATEGORY.id.in(1, 2))))
        .isEqualTo("SELECT category.id IN (?, ?) FROM category");
  }

  @Test
  void wholeNumbersTakeTheTypeBesideThem() {
    assertThat(values(select(count().gt(5), avg(PRODUCT.price).gt(5)).from(PRODUCT)))
        .containsExactly(5L, new BigDecimal(5));
    assertThat(values(select(length(S).gt(3_000_000_000L)))).containsExactly(3_000_000_000L);
    assertThat(count().plus(1).type()).isEqualTo(BIGINT);
    assertThat(avg(PRODUCT.stock).type()).isEqualTo(NUMERIC);
  }

  @Test
  void castsAreToTypesThatTheDatabaseCasts() {
    assertThat(postgresql(select(S.cast(DATETIME))))
        .isEqualTo("SELECT CAST(s AS " + POSTGRESQL.ddl(DATETIME) + ")");
    assertThat(sqlite(select(S.cast(DATETIME)))).isEqualTo("SELECT CAST(s AS TEXT)");
    assertThat(sqlite(select(S.cast(INTEGER)))).isEqualTo("SELECT CAST(s AS INTEGER)");
    assertThat(text(A.coerce(BIGINT).eq(5L))).isEqualTo("a = ?");
  }

  @Test
  void functionsTakeExpressionsAndValues() {
    assertThat(text(func("substr", TEXT, S, 1, A))).isEqualTo("substr(s, ?, a)");
    assertThat(text(coalesce(S, "x"))).isEqualTo("coalesce(s, ?)");
    assertThat(text(count(A).distinct())).isEqualTo("count(DISTINCT a)");
    assertThat(text(sum(A).filter(B.gt(1)))).isEqualTo("sum(a) FILTER (WHERE b > ?)");
    assertThat(text(max(A).over())).isEqualTo("max(a) OVER ()");
  }

  @Test
  void casesKeepTheOrderOfTheirBranches() {
    assertThat(text(caseWhen(A.eq(1), "one").when(A.eq(2), S).otherwise("many")))
        .isEqualTo("CASE WHEN a = ? THEN ? WHEN a = ? THEN s ELSE ? END");
  }

  @Test
  void rollupIsRefusedWhereTheDatabaseHasNone() {
    assertThat(postgresql(select(count()).from(ORDERS).groupBy(rollup(ORDERS.status))))
        .endsWith("GROUP BY ROLLUP (orders.status)");
    assertThatThrownBy(() -> sqlite(select(count()).from(ORDERS).groupBy(rollup(ORDERS.status))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ROLLUP");
  }

  @Test
  void ordersSayWhereNullsGo() {
    assertThat(sql(select(CATEGORY.id).orderBy(CATEGORY.parentId.desc().nullsLast())))
        .endsWith("ORDER BY category.parent_id DESC NULLS LAST");
    assertThat(sql(select(CATEGORY.id).orderBy(CATEGORY.parentId.nullsFirst())))
        .endsWith("ORDER BY category.parent_id NULLS FIRST");
  }

  @Test
  void aBooleanColumnIsAConditionInTheDatabasesWords() {
    assertThat(postgresql(select(CUSTOMER.id).where(not(isTrue(CUSTOMER.active)))))
        .endsWith("WHERE NOT customer.active");
    assertThat(sqlite(select(CUSTOMER.id).where(not(isTrue(CUSTOMER.active)))))
        .endsWith("WHERE customer.active = 0");
  }

  @Test
  void aJsonKeyCannotLeaveItsPath() {
    assertThat(postgresql(select(json(PRODUCT.attrs).get("it's \"x\"").text())))
        .contains("'{\"it''s \\\"x\\\"\"}'");
    assertThatThrownBy(() -> sqlite(select(json(PRODUCT.attrs).get("a\"b").text())))
        .isInstanceOf(CompileException.class);
  }

  record Pair(Integer id, String name) {}

  record Wrong(LocalDate id, String name) {}

  record Missing(Integer id, String nmae) {}

  @Test
  void aRecordThatDoesNotFitIsRefusedWhenBuilt() {
    assertThat(select(CATEGORY).into(Pair.class)).isNotNull();
    assertThat(select(PRODUCT.stock.as("ID"), CATEGORY.name).into(Pair.class)).isNotNull();
    assertThatThrownBy(() -> select(CATEGORY).into(Wrong.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("component id is a LocalDate")
        .hasMessageContaining("INTEGER");
    assertThatThrownBy(() -> select(CATEGORY).into(Missing.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("no column for nmae")
        .hasMessageContaining("parent_id");
    assertThatThrownBy(() -> select(CATEGORY.id, CATEGORY.name, CUSTOMER.name).into(Pair.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("two columns are called name");
    assertThatThrownBy(() -> select(CATEGORY).into(String.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("project(String::new");
  }

  @Test
  void aProjectionSelectsWhatItIsMadeOf() {
    assertThat(sql(select(project(Pair::new, CATEGORY.id, CATEGORY.name))))
        .isEqualTo("SELECT category.id, category.name FROM category");
  }

  @Test
  void aPositionTravelsSignedThroughAUrl() {
    byte[] secret = {1, 2, 3};
    Keyset position =
        Keyset.of(1, 2L, "ü:9", new BigDecimal("1.50"), LocalDateTime.of(2026, 1, 2, 3, 4), null);
    String token = position.encode(secret);
    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(Keyset.decode(token, secret)).isEqualTo(position);
    for (String forged :
        List.of("", "x", token.substring(1), "A" + token.substring(1), token + "A")) {
      assertThatThrownBy(() -> Keyset.decode(forged, secret))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("not a position");
    }
    assertThatThrownBy(() -> Keyset.decode(token, new byte[] {9}))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void expressionsCompareByValue() {
    assertThat(A.eq(1)).isEqualTo(A.eq(1)).isNotEqualTo(A.eq(2)).hasToString("a = :value");
    assertThat(and(A.eq(1), B.eq(2))).isEqualTo(A.eq(1).and(B.eq(2)));
    assertThat(literal("x")).isEqualTo(literal("x")).isNotEqualTo(literal("y"));
    assertThat(CATEGORY.id.eq(1)).hasToString("category.id = :id");
  }
}
