package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.caseWhen;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.multiset;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.sql.Sql.unionAll;
import static io.alchemy.test.sql.Shop.CATEGORY;
import static io.alchemy.test.sql.Shop.CUSTOMER;
import static io.alchemy.test.sql.Shop.ITEM;
import static io.alchemy.test.sql.Shop.ORDERS;
import static io.alchemy.test.sql.Shop.PRODUCT;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.sql.Expression;
import io.alchemy.sql.Label;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.sql.Shop.Status;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows become: records, rows inside rows, values by column and by name. */
@EachDatabase
class ShopProjectionTests extends ShopTests {
  record Line(String product, Integer quantity) {}

  record OrderView(Long id, @Nullable LocalDateTime placed, String customer, List<Line> lines) {}

  record Spender(String name, long orders, BigDecimal total) {}

  record Hit(String kind, String label) {}

  ShopProjectionTests(TestDatabase database) {
    super(database);
  }

  @Test
  void nestedRowsBecomeRecordsByConstructor() {
    Select<OrderView> orders = select(project(
            OrderView::new,
            ORDERS.id,
            ORDERS.placed,
            CUSTOMER.name,
            multiset(select(project(Line::new, PRODUCT.name, ITEM.quantity))
                .from(ITEM.join(PRODUCT))
                .where(ITEM.orderId.eq(ORDERS.id))
                .orderBy(ITEM.id))))
        .from(ORDERS.join(CUSTOMER))
        .orderBy(ORDERS.id);
    assertThat(all(orders)).isEqualTo(views());
  }

  @Test
  void nestedRowsBecomeRecordsByName() {
    Select<OrderView> orders = select(
            ORDERS.id,
            ORDERS.placed,
            CUSTOMER.name.as("customer"),
            multiset(select(PRODUCT.name.as("product"), ITEM.quantity)
                    .from(ITEM.join(PRODUCT))
                    .where(ITEM.orderId.eq(ORDERS.id))
                    .orderBy(ITEM.id))
                .as("lines"))
        .from(ORDERS.join(CUSTOMER))
        .orderBy(ORDERS.id)
        .into(OrderView.class);
    assertThat(all(orders)).isEqualTo(views());
  }

  private static List<OrderView> views() {
    return List.of(
        new OrderView(
            1L,
            LocalDateTime.of(2026, 1, 1, 10, 0),
            "Ann",
            List.of(new Line("hammer", 2), new Line("Emma", 1))),
        new OrderView(2L, LocalDateTime.of(2026, 1, 2, 10, 0), "Ann", List.of(new Line("saw", 10))),
        new OrderView(
            3L,
            LocalDateTime.of(2026, 1, 3, 10, 0, 0, 123_456_000),
            "Bob",
            List.of(new Line("hammer", 40))),
        new OrderView(4L, null, "Bob", List.of()));
  }

  @Test
  void rowsInsideRowsInsideRowsKeepTheirTypes() {
    Expression<List<Row>> orders = multiset(select(
            ORDERS.total,
            ORDERS.status,
            ORDERS.placed,
            multiset(select(ITEM.quantity).where(ITEM.orderId.eq(ORDERS.id)).orderBy(ITEM.id))
                .as("quantities"))
        .where(ORDERS.customerId.eq(CUSTOMER.id))
        .orderBy(ORDERS.id));
    List<Row> rows = all(select(CUSTOMER.name, orders).orderBy(CUSTOMER.id));
    assertThat(rows.get(2).get(orders)).isEmpty();
    Row first = rows.get(0).get(orders).get(0);
    assertThat(first.get(ORDERS.total)).isEqualByComparingTo("60");
    assertThat(first.get(ORDERS.status)).isEqualTo(Status.PAID);
    assertThat(first.get(ORDERS.placed)).isEqualTo(LocalDateTime.of(2026, 1, 1, 10, 0));
    assertThat(first.get("quantities")).isEqualTo(List.of(2, 1));
  }

  @Test
  void groupsBecomeRecords() {
    Label<BigDecimal> total = sum(ORDERS.total).as("total");
    List<Spender> spenders = all(select(CUSTOMER.name, count().as("orders"), total)
        .from(CUSTOMER.join(ORDERS))
        .groupBy(CUSTOMER.id, CUSTOMER.name)
        .having(count().gt(1), sum(ORDERS.total).ge(1000))
        .orderBy(total.desc())
        .into(Spender.class));
    assertThat(spenders).hasSize(1);
    assertThat(spenders.get(0).name()).isEqualTo("Bob");
    assertThat(spenders.get(0).orders()).isEqualTo(2L);
    assertThat(spenders.get(0).total()).isEqualByComparingTo("1590");
  }

  @Test
  void aUnionIsOrderedAndLimitedAsAWhole() {
    Label<String> label = PRODUCT.name.as("label");
    List<Hit> hits = all(unionAll(
            select(literal("product").as("kind"), label).where(PRODUCT.name.contains("a")),
            select(literal("customer"), CUSTOMER.name).where(CUSTOMER.name.contains("i")))
        .orderBy(label)
        .limit(50)
        .into(Hit.class));
    assertThat(hits)
        .containsExactlyInAnyOrder(
            new Hit("customer", "Cid"),
            new Hit("product", "Emma"),
            new Hit("product", "hammer"),
            new Hit("product", "saw"),
            new Hit("product", "100% wool_ball"));
  }

  @Test
  void pivotsThatDifferInAValueOnlyAreTold() {
    Label<BigDecimal> open =
        sum(caseWhen(ORDERS.status.eq(Status.OPEN), ORDERS.total)).as("amount");
    Label<BigDecimal> paid =
        sum(caseWhen(ORDERS.status.eq(Status.PAID), ORDERS.total)).as("amount");
    Row row = c.execute(select(open, paid)).one();
    assertThat(row.get(open)).isEqualByComparingTo("150");
    assertThat(row.get(paid)).isEqualByComparingTo("1560");
  }

  @Test
  void aRowAnswersToColumnNameAndIndex() {
    Row row = c.execute(
            select(PRODUCT.name, PRODUCT, CATEGORY.name).join(CATEGORY).where(PRODUCT.id.eq(1)))
        .one();
    assertThat(row.get(PRODUCT.name)).isEqualTo("hammer");
    assertThat(row.get(CATEGORY.name)).isEqualTo("tools");
    assertThat(row.get(0)).isEqualTo("hammer");
    assertThat(row.get("sku")).isEqualTo("sku-1");
    assertThat(row.get(PRODUCT).asMap()).contains(entry("name", "hammer"), entry("stock", 5));
    assertThat(row.size()).isEqualTo(10);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> row.get("name"))
        .hasMessageContaining("several columns 'name'");
  }
}
