package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.currentRow;
import static io.alchemy.sql.Sql.delete;
import static io.alchemy.sql.Sql.excluded;
import static io.alchemy.sql.Sql.exists;
import static io.alchemy.sql.Sql.following;
import static io.alchemy.sql.Sql.func;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.json;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.multiset;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.now;
import static io.alchemy.sql.Sql.param;
import static io.alchemy.sql.Sql.rollup;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.sql.Sql.text;
import static io.alchemy.sql.Sql.update;
import static io.alchemy.sql.Sql.window;
import static io.alchemy.test.sql.Shop.CATEGORY;
import static io.alchemy.test.sql.Shop.CUSTOMER;
import static io.alchemy.test.sql.Shop.ITEM;
import static io.alchemy.test.sql.Shop.ORDERS;
import static io.alchemy.test.sql.Shop.PRODUCT;
import static io.alchemy.types.Types.DOUBLE;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.NUMERIC;
import static io.alchemy.types.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Result;
import io.alchemy.error.CompileException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Label;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.sql.Update;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.sql.Shop.Status;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Single features of statements, each on both databases, or on those that can. */
@EachDatabase
class StatementFeatureTests extends ShopTests {
  StatementFeatureTests(TestDatabase database) {
    super(database);
  }

  @Test
  void whatIsReturnedMayLookAtOtherTables() {
    Label<Long> items =
        select(count()).from(ITEM).where(ITEM.orderId.eq(ORDERS.id)).asScalar().as("items");
    Row row = c.execute(update(ORDERS)
            .set(ORDERS.status, Status.SHIPPED)
            .where(ORDERS.id.eq(1L))
            .returning(ORDERS.id, items, ORDERS.status))
        .one();
    assertThat(row.get(ORDERS.id)).isEqualTo(1L);
    assertThat(row.get(items)).isEqualTo(2L);
    assertThat(row.get(ORDERS.status)).isEqualTo(Status.SHIPPED);
  }

  @Test
  void anUpdateFromOtherTablesReturnsTheirColumnsOrRefusesByName() {
    database.require(Capability.UPDATE_FROM);
    Update update = update(ITEM)
        .set(ITEM.quantity, 7)
        .from(ORDERS)
        .where(ITEM.orderId.eq(ORDERS.id), ITEM.id.eq(1L));
    assertThat(all(update.returning(ITEM.quantity))).containsExactly(7);
    if (database.can(Capability.RETURNING_OTHER_TABLES)) {
      assertThat(all(update.returning(ORDERS.id))).containsExactly(1L);
    } else {
      assertThatExceptionOfType(CompileException.class)
          .isThrownBy(() -> c.execute(update.returning(ITEM.id, ORDERS.id)))
          .withMessageContaining("returns columns of the changed table only, and orders.id is of")
          .withMessageContaining("select it in a statement of its own");
    }
  }

  @Test
  void deletedRowsAreReturned() {
    assertThat(all(delete(ITEM).where(ITEM.quantity.ge(10)).returning(ITEM.id)))
        .containsExactlyInAnyOrder(3L, 4L);
  }

  @Test
  void theTimeNowIsThatOfTheProgramsZone() {
    LocalDateTime before = LocalDateTime.now();
    LocalDateTime now = c.execute(select(now())).one();
    assertThat(now).isBetween(before.minusMinutes(10), before.plusMinutes(10));
  }

  @Test
  void anUpsertTakesItsRowsFromASelect() {
    c.execute(insert(CATEGORY)
        .columns(CATEGORY.id, CATEGORY.name)
        .fromSelect(select(PRODUCT.id, PRODUCT.name).join(CATEGORY))
        .onConflict(CATEGORY.id)
        .doUpdate(CATEGORY.name));
    assertThat(all(select(CATEGORY.name).orderBy(CATEGORY.id)))
        .containsExactly("hammer", "saw", "Emma", "tools");
  }

  private void upsert(String prefix, Integer... ids) {
    c.execute(insert(CATEGORY)
        .rows(List.of(ids), (v, id) -> v.set(CATEGORY.id, id).set(CATEGORY.name, prefix + id))
        .onConflict(CATEGORY.id)
        .doUpdate(u -> u.set(CATEGORY.name, excluded(CATEGORY.name))));
  }

  @Test
  void anUpsertOfSeveralRowsUpdatesEach() {
    upsert("new ", 1, 9);
    upsert("newer ", 1, 9, 10);
    assertThat(all(select(CATEGORY.name).where(CATEGORY.id.in(1, 9, 10)).orderBy(CATEGORY.id)))
        .containsExactly("newer 1", "newer 9", "newer 10");
  }

  private List<String> inserted(Integer... ids) {
    return all(insert(CATEGORY)
        .rows(List.of(ids), (v, id) -> v.set(CATEGORY.id, id).set(CATEGORY.name, "n" + id))
        .returning(CATEGORY.name));
  }

  @Test
  void insertedRowsAreReturnedWhateverTheirNumber() {
    database.require(Capability.RETURNING);
    assertThat(inserted(21, 22)).containsExactlyInAnyOrder("n21", "n22");
    assertThat(inserted(23, 24, 25)).containsExactlyInAnyOrder("n23", "n24", "n25");
  }

  @Test
  void commonTableExpressionsFeedEveryKindOfStatement() {
    Alias big = select(ORDERS.id).where(ORDERS.total.gt(new BigDecimal(100))).cte("big");
    assertThat(all(
            select(ITEM.id).where(ITEM.orderId.in(select(big.get(ORDERS.id)))).orderBy(ITEM.id)))
        .containsExactly(3L, 4L);
    assertThat(c.execute(insert(CATEGORY)
                .columns(CATEGORY.id, CATEGORY.name)
                .fromSelect(select(big.get(ORDERS.id).cast(INTEGER).plus(50), literal("big")))
                .returning(CATEGORY.id))
            .all())
        .hasSize(2);
    database.require(Capability.WITH_BEFORE_CHANGES);
    assertThat(c.execute(update(ITEM)
                .set(ITEM.quantity, 0)
                .where(ITEM.orderId.in(select(big.get(ORDERS.id)))))
            .rowCount())
        .isEqualTo(2);
    assertThat(c.execute(insert(CATEGORY)
                .columns(CATEGORY.id, CATEGORY.name)
                .fromSelect(select(big.get(ORDERS.id).cast(INTEGER).plus(60), literal("big"))))
            .rowCount())
        .isEqualTo(2);
    assertThat(c.execute(delete(ITEM).where(ITEM.orderId.in(select(big.get(ORDERS.id)))))
            .rowCount())
        .isEqualTo(2);
  }

  @Test
  void framesGoByRowsRangesAndGroups() {
    Expression<Long> rows =
        sum(ITEM.id).over(window().orderBy(ITEM.orderId, ITEM.id).rows(currentRow(), following(1)));
    Expression<Long> groups =
        sum(ITEM.id).over(window().orderBy(ITEM.orderId).groups(currentRow(), currentRow()));
    Expression<Long> ranges =
        sum(ITEM.id).over(window().orderBy(ITEM.orderId).range(currentRow(), currentRow()));
    List<Row> found = all(select(rows, groups, ranges).orderBy(ITEM.id));
    assertThat(found).extracting(row -> row.get(rows)).containsExactly(3L, 5L, 7L, 4L);
    assertThat(found).extracting(row -> row.get(groups)).containsExactly(3L, 3L, 3L, 4L);
    assertThat(found).extracting(row -> row.get(ranges)).containsExactly(3L, 3L, 3L, 4L);
  }

  @Test
  void pagesOfOneRowContinueAfterNulls() {
    for (Ordering placed : List.of(
        ORDERS.placed.asc(),
        ORDERS.placed.desc(),
        ORDERS.placed.asc().nullsFirst(),
        ORDERS.placed.desc().nullsLast())) {
      Select<Long> order = select(ORDERS.id).orderBy(placed, ORDERS.id.asc());
      List<Long> seen = new ArrayList<>();
      Keyset position = null;
      for (int i = 0; i < 4; i++) {
        Result<Row> page = c.execute(select(ORDERS.id, ORDERS.placed)
            .orderBy(placed, ORDERS.id.asc())
            .after(position)
            .limit(1));
        seen.add(page.one().get(ORDERS.id));
        position = page.lastKey();
      }
      assertThat(seen).as(String.valueOf(placed)).isEqualTo(all(order));
    }
  }

  @Test
  void textReadsWhatItReturns() {
    assertThat(all(text("SELECT count(*) FROM item WHERE quantity >= :q")
            .bind("q", 10)
            .returning(literal(0L))))
        .containsExactly(2L);
    assertThat(all(select(ITEM.id).where(text("quantity = :q").bind("q", 40), ITEM.id.gt(1L))))
        .containsExactly(4L);
  }

  @Test
  void parametersAreGivenAtExecution() {
    Select<Integer> some = select(PRODUCT.id).where(PRODUCT.price.lt(param("most", NUMERIC)));
    assertThat(c.execute(some, Map.of("most", 5)).all()).containsExactly(4);
    assertThat(c.execute(some, Map.of("most", new BigDecimal("9.50"))).all()).containsExactly(4);
  }

  @Test
  void everyTypeComesBackFromInsideAMultiset() {
    UUID id = UUID.fromString("00000000-1111-2222-3333-444444444444");
    OffsetDateTime instant = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_000, ZoneOffset.UTC);
    byte[] bytes = {0, 1, -1};
    Expression<List<Row>> rows = multiset(select(
        literal(0.1 + 0.2),
        literal(new BigDecimal("12345.678")),
        literal(true),
        literal(LocalDate.of(2026, 1, 2)),
        literal(LocalTime.of(3, 4, 5, 123_456_000)),
        literal(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 1_000)),
        literal(instant),
        literal(id, uuid()),
        literal(bytes),
        literal(Long.MIN_VALUE),
        literal("a \"quoted\" \\ ünïcode '"),
        literal(null, Types.BLOB)));
    Row row = c.execute(select(rows)).one().get(0);
    assertThat(row.get(0)).isEqualTo(0.1 + 0.2);
    assertThat((BigDecimal) row.get(1)).isEqualByComparingTo("12345.678");
    assertThat(row.get(2)).isEqualTo(true);
    assertThat(row.get(3)).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(row.get(4)).isEqualTo(LocalTime.of(3, 4, 5, 123_456_000));
    assertThat(row.get(5)).isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 1_000));
    assertThat(row.get(6)).isEqualTo(instant);
    assertThat(row.get(7)).isEqualTo(id);
    assertThat((byte[]) row.get(8)).isEqualTo(bytes);
    assertThat(row.get(9)).isEqualTo(Long.MIN_VALUE);
    assertThat(row.get(10)).isEqualTo("a \"quoted\" \\ ünïcode '");
    assertThat(row.get(11)).isNull();
  }

  @Test
  void textsInsideAMultisetMayLookLikeItsSyntax() {
    List<@Nullable String> texts =
        Arrays.asList("NULL", "", null, "{a,\"b\"}", "[\"c\", null]", "\\", "d\ne", "f'g\u0001");
    List<Label<String>> literals = new ArrayList<>();
    for (String text : texts) {
      literals.add(literal(text, Types.TEXT).as("t" + literals.size()));
    }
    Expression<List<Row>> inner = multiset(select(literals));
    Expression<List<List<Row>>> outer = multiset(select(inner));
    Row row = c.execute(select(inner, outer)).one();
    assertThat(row.get(inner).get(0)).containsExactlyElementsOf(texts);
    assertThat(row.get(outer).get(0).get(0)).containsExactlyElementsOf(texts);
  }

  @Test
  void aPathLeadsIntoAMultiset() {
    Expression<List<Integer>> quantities = multiset(select(ITEM.quantity).orderBy(ITEM.id));
    assertThat(all(select(json(quantities).get(2).get(0).text()))).containsExactly("10");
  }

  @Test
  void aMultisetIsReadThroughSubqueries() {
    Label<List<Integer>> quantities =
        multiset(select(ITEM.quantity).orderBy(ITEM.id)).as("q");
    Alias sub = select(quantities, ORDERS.id).where(ORDERS.id.eq(1L)).as("sub");
    Alias cte = select(sub).cte("outermost");
    List<Integer> all = List.of(2, 1, 10, 40);
    assertThat(all(select(sub.get(quantities)))).containsExactly(all);
    assertThat(all(select(cte)).get(0).get("q")).isEqualTo(all);
    assertThat(all(select(select(quantities).asScalar()))).containsExactly(all);
    assertThat(all(select(multiset(select(sub.get(quantities)))))).containsExactly(List.of(all));
  }

  @Test
  void aSelfJoinAndAnAntiJoinUseAliases() {
    Alias parent = CATEGORY.as("parent");
    assertThat(all(select(concatenated(parent.get(CATEGORY.name), CATEGORY.name))
            .from(CATEGORY.join(parent, CATEGORY.parentId.eq(parent.get(CATEGORY.id))))
            .orderBy(CATEGORY.id)))
        .containsExactly("all>books", "books>novels", "all>tools");
    Alias child = CATEGORY.as("child");
    assertThat(all(select(CATEGORY.name)
            .where(not(exists(select(child.get(CATEGORY.id))
                .where(child.get(CATEGORY.parentId).eq(CATEGORY.id)))))
            .orderBy(CATEGORY.id)))
        .containsExactly("novels", "tools");
  }

  private static Expression<String> concatenated(
      Expression<String> left, Expression<String> right) {
    return io.alchemy.sql.Sql.concat(left, ">", right);
  }

  @Test
  void aFullJoinKeepsBothSides() {
    database.require(Capability.FULL_JOIN);
    assertThat(all(select(PRODUCT.id, CATEGORY.id)
            .from(PRODUCT.fullJoin(CATEGORY, PRODUCT.categoryId.eq(CATEGORY.id)))))
        .hasSize(6);
  }

  @Test
  void aLateralSubquerySeesWhatStandsBeforeIt() {
    database.require(Capability.LATERAL);
    Alias largest = select(ORDERS.total)
        .where(ORDERS.customerId.eq(CUSTOMER.id))
        .orderBy(ORDERS.total.desc())
        .limit(1)
        .lateral("largest");
    List<Row> rows = all(select(CUSTOMER.name, largest.get(ORDERS.total))
        .from(CUSTOMER.crossJoin(largest))
        .orderBy(CUSTOMER.id));
    assertThat(rows).extracting(row -> row.get(CUSTOMER.name)).containsExactly("Ann", "Bob");
    assertThat(rows.get(1).get(largest.get(ORDERS.total))).isEqualByComparingTo("1500");
  }

  @Test
  void distinctOnTakesTheFirstOfEach() {
    database.require(Capability.DISTINCT_ON);
    assertThat(all(select(ORDERS.id)
            .distinctOn(ORDERS.customerId)
            .orderBy(ORDERS.customerId, ORDERS.total.desc())))
        .containsExactly(2L, 3L);
  }

  @Test
  void rollupAddsTotals() {
    database.require(Capability.GROUPING_SETS);
    assertThat(all(select(ORDERS.status, count()).groupBy(rollup(ORDERS.status))))
        .hasSize(4);
  }

  @Test
  void orderedSetAggregatesAreFunctionsWithinGroups() {
    database.require(Capability.GROUPING_SETS);
    assertThat(all(select(func("percentile_cont", DOUBLE, 0.5).withinGroup(ORDERS.total.asc()))
            .from(ORDERS)))
        .containsExactly(120.0);
  }

  @Test
  void rowsAreLockedWhereTheDatabaseLocksRows() {
    database.require(Capability.ROW_LOCKS);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.id.eq(1)).forUpdate())).containsExactly(1);
  }

  @Test
  void aGroupedExpressionWithValuesIsOneExpressionToTheDatabase() {
    database.require(Capability.GROUP_BY_POSITION);
    Expression<Integer> bucket = PRODUCT.id.dividedBy(2);
    assertThat(all(select(bucket, count()).where(and(PRODUCT.id.gt(0))).groupBy(bucket)))
        .hasSize(3);
  }

  @Test
  void whatIsSelectedUnderALabelIsGroupedByItsExpressionToo() {
    Expression<Boolean> late = PRODUCT.id.gt(2);
    assertThat(all(select(late.as("late"), count()).groupBy(late))).hasSize(2);
  }
}
