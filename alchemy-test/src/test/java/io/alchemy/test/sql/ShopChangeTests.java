package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.delete;
import static io.alchemy.sql.Sql.excluded;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.sql.Sql.update;
import static io.alchemy.test.sql.Shop.CUSTOMER;
import static io.alchemy.test.sql.Shop.ITEM;
import static io.alchemy.test.sql.Shop.ORDERS;
import static io.alchemy.test.sql.Shop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.compile.Capability;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Label;
import io.alchemy.sql.Row;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.sql.Shop.Status;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What inserts, updates and deletes do to a small shop. */
@EachDatabase
class ShopChangeTests extends ShopTests {
  record Item(String product, Integer quantity) {}

  ShopChangeTests(TestDatabase database) {
    super(database);
  }

  @Test
  void anUpsertInsertsThenUpdates() {
    assertThat(upsert("sku-9", "3.00", 7)).isEqualTo(9);
    assertThat(upsert("sku-1", "21.00", 3)).isEqualTo(1);
    assertThat(upsert("sku-1", "21.00", 3)).as("where the price is the same").isNull();
    Row hammer = c.execute(select(PRODUCT).where(PRODUCT.id.eq(1))).one();
    assertThat(hammer.get(PRODUCT.stock)).isEqualTo(8);
    assertThat(hammer.get(PRODUCT.price)).isEqualByComparingTo("21.00");
    assertThat(hammer.get(PRODUCT.name)).isEqualTo("hammer");
  }

  private @Nullable Integer upsert(String sku, String price, int received) {
    return c.execute(insert(PRODUCT)
            .set(PRODUCT.id, 9)
            .set(PRODUCT.sku, sku)
            .set(PRODUCT.price, decimal(price))
            .set(PRODUCT.stock, received)
            .onConflict(PRODUCT.sku)
            .doUpdate(u -> u.set(PRODUCT.price, excluded(PRODUCT.price))
                .set(PRODUCT.stock, PRODUCT.stock.plus(excluded(PRODUCT.stock)))
                .where(PRODUCT.price.isDistinctFrom(excluded(PRODUCT.price))))
            .returning(PRODUCT.id))
        .oneOrNull();
  }

  @Test
  void anUpdateTakesItsValuesFromASubquery() {
    database.require(Capability.UPDATE_FROM);
    Label<BigDecimal> spent = sum(ORDERS.total).as("spent");
    Alias sums = select(ORDERS.customerId, spent)
        .where(ORDERS.status.ne(Status.OPEN))
        .groupBy(ORDERS.customerId)
        .as("sums");
    long count = c.execute(update(CUSTOMER)
            .set(CUSTOMER.spent, sums.get(spent))
            .from(sums)
            .where(CUSTOMER.id.eq(sums.get(ORDERS.customerId))))
        .rowCount();
    assertThat(count).isEqualTo(2);
    assertThat(all(select(CUSTOMER.spent).orderBy(CUSTOMER.id)))
        .usingElementComparator(
            (a, b) -> a == null || b == null ? (a == b ? 0 : 1) : a.compareTo(b))
        .containsExactly(decimal("60"), decimal("1590"), null);
  }

  @Test
  void anInsertTakesItsRowsFromASelect() {
    c.execute(delete(ITEM));
    long count = c.execute(insert(ITEM)
            .columns(ITEM.id, ITEM.orderId, ITEM.productId, ITEM.quantity)
            .fromSelect(select(
                    PRODUCT.id.cast(io.alchemy.types.Types.BIGINT),
                    literal(1L),
                    PRODUCT.id,
                    literal(1))
                .where(PRODUCT.stock.gt(0))))
        .rowCount();
    assertThat(count).isEqualTo(2);
    assertThat(all(select(ITEM.productId).orderBy(ITEM.id))).containsExactly(1, 3);
  }

  @Test
  void aDeleteLooksAtOtherTables() {
    long count = c.execute(delete(ITEM)
            .using(ORDERS)
            .where(ITEM.orderId.eq(ORDERS.id), ORDERS.status.eq(Status.OPEN)))
        .rowCount();
    assertThat(count).isOne();
    assertThat(all(select(ITEM.id).orderBy(ITEM.id))).containsExactly(1L, 2L, 4L);
  }

  @Test
  void rowsOfObjectsAreOneStatement() {
    List<Item> lines = List.of(new Item("a", 1), new Item("b", 2));
    c.execute(insert(PRODUCT)
        .rows(
            lines,
            (v, line) -> v.set(PRODUCT.id, 10 + line.quantity())
                .set(PRODUCT.name, line.product())
                .set(PRODUCT.stock, line.quantity())
                .setNull(PRODUCT.categoryId)));
    assertThat(all(select(PRODUCT.name).where(PRODUCT.id.gt(10)).orderBy(PRODUCT.id)))
        .containsExactly("a", "b");
  }
}
