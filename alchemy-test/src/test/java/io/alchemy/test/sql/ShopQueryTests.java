package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.avg;
import static io.alchemy.sql.Sql.caseWhen;
import static io.alchemy.sql.Sql.concat;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.currentRow;
import static io.alchemy.sql.Sql.exists;
import static io.alchemy.sql.Sql.isTrue;
import static io.alchemy.sql.Sql.json;
import static io.alchemy.sql.Sql.lag;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.max;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.preceding;
import static io.alchemy.sql.Sql.recursive;
import static io.alchemy.sql.Sql.rowNumber;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.sql.Sql.unboundedPreceding;
import static io.alchemy.sql.Sql.window;
import static io.alchemy.test.sql.Shop.CATEGORY;
import static io.alchemy.test.sql.Shop.CUSTOMER;
import static io.alchemy.test.sql.Shop.ITEM;
import static io.alchemy.test.sql.Shop.ORDERS;
import static io.alchemy.test.sql.Shop.PRODUCT;
import static io.alchemy.types.Types.BOOLEAN;
import static io.alchemy.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Result;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Label;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.sql.WindowSpec;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.sql.Shop.Status;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole queries on a small shop: that the SQL is not only right to read but does what it says. */
@EachDatabase
class ShopQueryTests extends ShopTests {
  ShopQueryTests(TestDatabase database) {
    super(database);
  }

  @Test
  void filtersAreAddedWhereTheyArePresent() {
    Select<String> some = select(PRODUCT.name)
        .whereIfPresent("ha", PRODUCT.name::startsWith)
        .whereIfPresent((BigDecimal) null, PRODUCT.price::le)
        .whereIf(true, () -> PRODUCT.categoryId.in(List.of(3, 4)))
        .whereIf(true, () -> PRODUCT.stock.gt(0))
        .orderBy(PRODUCT.id);
    assertThat(all(some)).containsExactly("hammer");
  }

  @Test
  void specialCharactersOfPatternsStandForThemselves() {
    assertThat(all(select(PRODUCT.id).where(PRODUCT.name.startsWith("100%")))).containsExactly(4);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.name.contains("l_b")))).containsExactly(4);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.name.contains("%wool")))).isEmpty();
    assertThat(all(select(PRODUCT.id).where(PRODUCT.name.ilike("emm%")))).containsExactly(3);
  }

  @Test
  void aListMayHaveAnyLength() {
    assertThat(all(select(PRODUCT.id).where(PRODUCT.id.in()))).isEmpty();
    assertThat(all(select(PRODUCT.id).where(PRODUCT.id.notIn()).orderBy(PRODUCT.id)))
        .containsExactly(1, 2, 3, 4);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.stock.in()))).isEmpty();
    assertThat(all(select(PRODUCT.id).where(PRODUCT.stock.notIn())))
        .as("true even where the value is null")
        .hasSize(4);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.id.in(3, 1, 7)).orderBy(PRODUCT.id)))
        .containsExactly(1, 3);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.name.in("saw", "Emma")).orderBy(PRODUCT.id)))
        .containsExactly(2, 3);
    assertThat(all(select(ORDERS.id).where(ORDERS.status.in(Status.SHIPPED)))).containsExactly(4L);
    assertThat(all(select(ORDERS.id)
            .where(ORDERS.placed.in(LocalDateTime.of(2026, 1, 3, 10, 0, 0, 123_456_000)))))
        .containsExactly(3L);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.price.in(decimal("9.5"), decimal("25")))))
        .containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void aListsValuesAreNeitherCutNorRounded() {
    assertThat(all(select(PRODUCT.id).where(PRODUCT.price.in(decimal("9.501")))))
        .isEmpty();
    String longer = "sku-1" + "x".repeat(30);
    assertThat(all(select(PRODUCT.id).where(PRODUCT.sku.in(longer, "sku-2")))).containsExactly(2);
  }

  @Test
  void aTreeIsWalked() {
    Label<Integer> depth = literal(0).as("depth");
    Label<String> path = CATEGORY.name.as("path");
    Alias tree = recursive(
        "tree",
        select(CATEGORY.id, path, depth).where(CATEGORY.id.eq(1)),
        t -> select(
                CATEGORY.id,
                concat(t.get(path), " / ", CATEGORY.name),
                t.get(depth).plus(1))
            .from(CATEGORY.join(t, CATEGORY.parentId.eq(t.get(CATEGORY.id)))));
    List<Row> rows = all(select(tree).orderBy(tree.get(path)));
    assertThat(rows)
        .extracting(row -> row.get(tree.get(path)))
        .containsExactly("all", "all / books", "all / books / novels", "all / tools");
    assertThat(rows).extracting(row -> row.get(tree.get(depth))).containsExactly(0, 1, 2, 1);
  }

  @Test
  void windowsRunOverFrames() {
    WindowSpec w = window().partitionBy(ORDERS.customerId).orderBy(ORDERS.id);
    Label<Long> nth = rowNumber().over(w).as("nth");
    Label<BigDecimal> running =
        sum(ORDERS.total).over(w.rows(unboundedPreceding(), currentRow())).as("running");
    Label<BigDecimal> moving =
        avg(ORDERS.total).over(w.rows(preceding(6), currentRow())).as("moving");
    Expression<BigDecimal> change = ORDERS.total.minus(lag(ORDERS.total).over(w));
    List<Row> rows = all(select(ORDERS.id, nth, running, moving, change).orderBy(ORDERS.id));
    assertThat(rows).extracting(row -> row.get(nth)).containsExactly(1L, 2L, 1L, 2L);
    assertThat(rows)
        .extracting(row -> row.get(running))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(decimal("60"), decimal("210"), decimal("1500"), decimal("1590"));
    assertThat(rows.get(1).get(moving)).isEqualByComparingTo("105");
    assertThat(rows.get(0).get(change)).isNull();
    assertThat(rows.get(3).get(change)).isEqualByComparingTo("-1410");
  }

  @Test
  void subqueriesCorrelate() {
    Alias o2 = ORDERS.as("o2");
    Label<LocalDateTime> last = select(max(ORDERS.placed))
        .where(ORDERS.customerId.eq(CUSTOMER.id))
        .asScalar()
        .as("last");
    List<Row> rows = all(select(CUSTOMER.name, last)
        .where(
            isTrue(CUSTOMER.active),
            exists(select(ITEM.id)
                .from(ORDERS.join(ITEM))
                .where(ORDERS.customerId.eq(CUSTOMER.id), ITEM.quantity.ge(10))),
            not(exists(select(o2)
                .where(
                    o2.get(ORDERS.customerId).eq(CUSTOMER.id),
                    o2.get(ORDERS.status).eq(Status.OPEN))))));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get(CUSTOMER.name)).isEqualTo("Bob");
    assertThat(rows.get(0).get(last))
        .isEqualTo(LocalDateTime.of(2026, 1, 3, 10, 0, 0, 123_456_000));
  }

  @Test
  void pagesContinueWhereTheLastOneEnded() {
    byte[] secret = {1, 2, 3};
    List<Long> seen = new ArrayList<>();
    String token = null;
    for (int page = 0; page < 3; page++) {
      Result<Long> result = c.execute(select(ORDERS.id, ORDERS.placed)
              .orderBy(ORDERS.placed.desc(), ORDERS.id.desc())
              .after(token == null ? null : Keyset.decode(token, secret))
              .limit(2))
          .map(row -> row.get(ORDERS.id));
      List<Long> ids = result.all();
      seen.addAll(ids);
      if (ids.isEmpty()) {
        break;
      }
      token = result.lastKey().encode(secret);
    }
    assertThat(seen)
        .as("orders without a date come where the database sorts nulls")
        .isEqualTo(all(select(ORDERS.id).orderBy(ORDERS.placed.desc(), ORDERS.id.desc())))
        .hasSize(4);
  }

  @Test
  void setOperationsNestAsTheyWereBuilt() {
    Select<Integer> small = select(PRODUCT.id).where(PRODUCT.id.le(2));
    Select<Integer> even = select(PRODUCT.id).where(PRODUCT.id.in(2, 4));
    Select<Integer> big = select(PRODUCT.id).where(PRODUCT.id.ge(3));
    assertThat(all(small.union(even.intersect(big)))).containsExactlyInAnyOrder(1, 2, 4);
    assertThat(all(small.union(even).intersect(big))).containsExactlyInAnyOrder(4);
    assertThat(all(small.except(even.except(big)))).containsExactlyInAnyOrder(1);
    assertThat(all(small.except(even).except(big))).containsExactlyInAnyOrder(1);
    assertThat(all(small.unionAll(big.orderBy(PRODUCT.id.desc()).limit(1))))
        .containsExactlyInAnyOrder(1, 2, 4);
  }

  @Test
  void bandsAndPivotsAreCases() {
    Label<String> band = caseWhen(ORDERS.total.lt(decimal("100")), "small")
        .when(ORDERS.total.lt(decimal("1000")), "medium")
        .otherwise("large")
        .as("band");
    Label<BigDecimal> open = sum(caseWhen(ORDERS.status.eq(Status.OPEN), ORDERS.total)
            .otherwise(BigDecimal.ZERO))
        .as("open");
    Label<Long> paid = count().filter(ORDERS.status.eq(Status.PAID)).as("paid");
    List<Row> rows = all(select(band, open, paid).groupBy(band).orderBy(band));
    assertThat(rows).extracting(row -> row.get(band)).containsExactly("large", "medium", "small");
    assertThat(rows.get(1).get(open)).isEqualByComparingTo("150");
    assertThat(rows.get(0).get(open)).isEqualByComparingTo("0");
    assertThat(rows).extracting(row -> row.get(paid)).containsExactly(1L, 0L, 1L);
  }

  @Test
  void pathsLeadIntoJson() {
    var box = json(PRODUCT.attrs).get("box");
    var colours = json(PRODUCT.attrs).get("colours");
    assertThat(all(select(PRODUCT.name)
            .where(box.get("width").value(INTEGER).gt(10), box.get("fragile").exists())))
        .containsExactly("hammer");
    assertThat(all(select(colours.get(1).text()).where(colours.get(1).exists())))
        .containsExactly("grey");
    assertThat(all(select(box.get("fragile").text()).where(PRODUCT.id.eq(1))))
        .as("true as a word")
        .containsExactly("true");
    assertThat(all(select(box.get("fragile").value(BOOLEAN)).where(PRODUCT.id.eq(1))))
        .containsExactly(true);
    assertThat(all(select(PRODUCT.id).where(not(colours.exists())).orderBy(PRODUCT.id)))
        .containsExactly(1, 4);
  }

  @Test
  void twentyThousandOrsRun() {
    database.require();
    io.alchemy.sql.Condition any = io.alchemy.sql.Sql.never();
    for (int i = 3; i < 20_003; i++) {
      any = any.or(PRODUCT.id.eq(i));
    }
    assertThat(all(select(PRODUCT.id).where(any).orderBy(PRODUCT.id))).containsExactly(3, 4);
  }

  @Test
  void aJoinMayStandOnTheRightOfAJoin() {
    assertThat(all(select(CUSTOMER.name, ITEM.id)
            .from(CUSTOMER.leftJoin(ORDERS.join(ITEM), ORDERS.customerId.eq(CUSTOMER.id)))
            .orderBy(CUSTOMER.id, ITEM.id)))
        .hasSize(5)
        .last()
        .extracting(row -> row.get(ITEM.id))
        .isNull();
  }
}
