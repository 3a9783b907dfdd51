package io.alchemy.compile;

import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.BOOLEAN;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.enumOf;
import static io.alchemy.types.Types.jsonObject;
import static io.alchemy.types.Types.numeric;
import static io.alchemy.types.Types.unicode;
import static io.alchemy.types.Types.varchar;

import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;

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

  private Shop() {}
}
