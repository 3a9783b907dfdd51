package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.insert;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.BOOLEAN;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.enumOf;
import static io.alchemy.types.Types.jsonObject;
import static io.alchemy.types.Types.numeric;
import static io.alchemy.types.Types.unicode;
import static io.alchemy.types.Types.varchar;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop's tables, for statements to be about. */
final class Shop {
  static final MetaData METADATA = new MetaData();
  static final CategoryTable CATEGORY = new CategoryTable();
  static final CustomerTable CUSTOMER = new CustomerTable();
  static final ProductTable PRODUCT = new ProductTable();
  static final OrderTable ORDERS = new OrderTable();
  static final ItemTable ITEM = new ItemTable();

  enum Status {
    OPEN,
    PAID,
    SHIPPED
  }

  static final class CategoryTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<Integer> parentId = column("parent_id", INTEGER).references("category.id");
    final Column<String> name = column("name", unicode(80)).notNull();

    CategoryTable() {
      super("category", METADATA);
    }
  }

  static final class CustomerTable extends Table {
    final Column<Long> id = column("id", BIGINT).primaryKey();
    final Column<String> name = column("name", unicode(80)).notNull();
    final Column<String> email = column("email", unicode(80)).unique();
    final Column<Boolean> active = column("active", BOOLEAN).notNull();
    final Column<BigDecimal> spent = column("spent", numeric(12, 2));

    CustomerTable() {
      super("customer", METADATA);
    }
  }

  static final class ProductTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> sku = column("sku", varchar(20)).unique();
    final Column<String> name = column("name", unicode(80));
    final Column<BigDecimal> price = column("price", numeric(12, 2));
    final Column<Integer> stock = column("stock", INTEGER);
    final Column<Map<String, Object>> attrs = column("attrs", jsonObject());
    final Column<Integer> categoryId = column("category_id", INTEGER).references(() -> CATEGORY.id);
    final Column<LocalDateTime> updated =
        column("updated", DATETIME).onUpdateFrom(LocalDateTime::now);

    ProductTable() {
      super("product", METADATA);
    }
  }

  static final class OrderTable extends Table {
    final Column<Long> id = column("id", BIGINT).primaryKey();
    final Column<Long> customerId = column("customer_id", BIGINT).references(() -> CUSTOMER.id);
    final Column<Status> status = column("status", enumOf(Status.class));
    final Column<BigDecimal> total = column("total", numeric(12, 2));
    final Column<LocalDateTime> placed = column("placed", DATETIME);

    OrderTable() {
      super("orders", METADATA);
    }
  }

  static final class ItemTable extends Table {
    final Column<Long> id = column("id", BIGINT).primaryKey();
    final Column<Long> orderId =
        column("order_id", BIGINT).references("orders.id").notNull();
    final Column<Integer> productId = column("product_id", INTEGER).references("product.id");
    final Column<Integer> quantity = column("quantity", INTEGER);

    ItemTable() {
      super("item", METADATA);
    }
  }

  /** Creates the tables and fills them; the numbers below are what the tests count on. */
  static void open(Engine engine) {
    METADATA.createAll(engine);
    engine.transaction(Shop::fill);
  }

  private static void fill(Connection c) {
    c.executeMany(
        insert(CATEGORY),
        List.of(
            category(1, null, "all"),
            category(2, 1, "books"),
            category(3, 2, "novels"),
            category(4, 1, "tools")));
    c.execute(insert(CUSTOMER)
        .rows(
            List.of("Ann", "Bob", "Cid"),
            (v, name) -> v.set(CUSTOMER.id, (long) name.charAt(0) - 'A' + 1)
                .set(CUSTOMER.name, name)
                .set(CUSTOMER.email, name + "@example.com")
                .set(CUSTOMER.active, !name.equals("Cid"))));
    product(c, 1, "hammer", "19.90", 5, 4, Map.of("box", Map.of("width", 30, "fragile", true)));
    product(
        c, 2, "saw", "25.00", 0, 4, Map.of("box", Map.of("width", 8), "colours", List.of("red")));
    product(c, 3, "Emma", "9.50", 12, 3, Map.of("colours", List.of("blue", "grey")));
    product(c, 4, "100% wool_ball", "4.00", null, null, null);
    order(c, 1, 1L, Status.PAID, "60.00", LocalDateTime.of(2026, 1, 1, 10, 0));
    order(c, 2, 1L, Status.OPEN, "150.00", LocalDateTime.of(2026, 1, 2, 10, 0));
    order(c, 3, 2L, Status.PAID, "1500.00", LocalDateTime.of(2026, 1, 3, 10, 0, 0, 123_456_000));
    order(c, 4, 2L, Status.SHIPPED, "90.00", null);
    item(c, 1, 1, 1, 2);
    item(c, 2, 1, 3, 1);
    item(c, 3, 2, 2, 10);
    item(c, 4, 3, 1, 40);
  }

  private static Map<String, Object> category(int id, @Nullable Integer parent, String name) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("parent_id", parent);
    row.put("name", name);
    return row;
  }

  private static void product(
      Connection c,
      int id,
      String name,
      String price,
      @Nullable Integer stock,
      @Nullable Integer category,
      @Nullable Map<String, Object> attrs) {
    c.execute(insert(PRODUCT)
        .set(PRODUCT.id, id)
        .set(PRODUCT.sku, "sku-" + id)
        .set(PRODUCT.name, name)
        .set(PRODUCT.price, new BigDecimal(price))
        .set(PRODUCT.stock, stock)
        .set(PRODUCT.categoryId, category)
        .set(PRODUCT.attrs, attrs));
  }

  private static void order(
      Connection c,
      long id,
      Long customer,
      Status status,
      String total,
      @Nullable LocalDateTime placed) {
    c.execute(insert(ORDERS)
        .set(ORDERS.id, id)
        .set(ORDERS.customerId, customer)
        .set(ORDERS.status, status)
        .set(ORDERS.total, new BigDecimal(total))
        .set(ORDERS.placed, placed));
  }

  private static void item(Connection c, long id, long order, int product, int quantity) {
    c.execute(insert(ITEM)
        .set(ITEM.id, id)
        .set(ITEM.orderId, order)
        .set(ITEM.productId, product)
        .set(ITEM.quantity, quantity));
  }

  private Shop() {}
}
