package io.alchemy.test.unitofwork;

import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.varchar;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.Mapped;
import io.alchemy.orm.Registry;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rarer relationships: a composite key that holds a foreign key, a foreign key that no attribute keeps, one-to-one, a
 * collection that nobody answers, children that the database deletes, and a class linked to itself.
 */
final class Shop {
  static final MetaData METADATA = new MetaData();
  static final PurchaseTable PURCHASE = new PurchaseTable();
  static final ItemTable ITEM = new ItemTable();
  static final ReceiptTable RECEIPT = new ReceiptTable();
  static final NoteTable NOTE = new NoteTable();
  static final EventTable EVENT = new EventTable();
  static final RelatedTable RELATED = new RelatedTable();

  private Shop() {}

  static Registry registry(Cascade... items) {
    Registry registry = new Registry(METADATA);
    registry
        .map(Purchase.class, PURCHASE)
        .relationship(Shop_Purchase_.items, r -> {
          r.backref(Shop_Item_.purchase).orderBy(ITEM.number);
          if (items.length > 0) {
            r.cascade(items);
          }
        })
        .relationship(
            Shop_Purchase_.receipt,
            r -> r.backref(Shop_Receipt_.purchase).cascade(Cascade.ALL, Cascade.DELETE_ORPHAN))
        .relationship(Shop_Purchase_.notes, r -> r.orderBy(NOTE.id))
        .relationship(
            Shop_Purchase_.events, r -> r.cascade(Cascade.ALL).passiveDeletes().orderBy(EVENT.id))
        .relationship(
            Shop_Purchase_.related,
            r -> r.secondary(RELATED)
                .primaryJoin(PURCHASE.id.eq(RELATED.fromId))
                .secondaryJoin(PURCHASE.id.eq(RELATED.toId)));
    registry.map(Item.class, ITEM);
    registry.map(Receipt.class, RECEIPT);
    registry.map(Note.class, NOTE);
    registry.map(Event.class, EVENT);
    return registry;
  }

  static final class PurchaseTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> customer = column("customer", varchar(50));

    PurchaseTable() {
      super("purchase", METADATA);
    }
  }

  static final class ItemTable extends Table {
    final Column<Integer> purchaseId =
        column("purchase_id", INTEGER).references("purchase.id").primaryKey();
    final Column<Integer> number = column("number", INTEGER).primaryKey();
    final Column<String> product = column("product", varchar(50));

    ItemTable() {
      super("item", METADATA);
    }
  }

  static final class ReceiptTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> text = column("text", varchar(50));
    final Column<Integer> purchaseId =
        column("purchase_id", INTEGER).references("purchase.id").notNull().unique();

    ReceiptTable() {
      super("receipt", METADATA);
    }
  }

  static final class NoteTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> text = column("text", varchar(50));
    final Column<Integer> purchaseId = column("purchase_id", INTEGER).references("purchase.id");

    NoteTable() {
      super("note", METADATA);
    }
  }

  static final class EventTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> text = column("text", varchar(50));
    final Column<Integer> purchaseId = column("purchase_id", INTEGER)
        .references("purchase.id")
        .onDelete("CASCADE")
        .notNull();

    EventTable() {
      super("event", METADATA);
    }
  }

  static final class RelatedTable extends Table {
    final Column<Integer> fromId =
        column("from_id", INTEGER).references("purchase.id").primaryKey();
    final Column<Integer> toId =
        column("to_id", INTEGER).references("purchase.id").primaryKey();

    RelatedTable() {
      super("related", METADATA);
    }
  }

  @Mapped
  static class Purchase {
    private @Nullable Integer id;
    private @Nullable String customer;
    private List<Item> items = new ArrayList<>();
    private @Nullable Receipt receipt;
    private List<Note> notes = new ArrayList<>();
    private List<Event> events = new ArrayList<>();
    private List<Purchase> related = new ArrayList<>();

    Purchase() {}

    Purchase(String customer) {
      this.customer = customer;
    }

    @Nullable
    Integer id() {
      return id;
    }

    @Nullable
    String customer() {
      return customer;
    }

    List<Item> items() {
      return items;
    }

    @Nullable
    Receipt receipt() {
      return receipt;
    }

    void receipt(@Nullable Receipt given) {
      receipt = given;
    }

    List<Note> notes() {
      return notes;
    }

    List<Event> events() {
      return events;
    }

    List<Purchase> related() {
      return related;
    }
  }

  @Mapped
  static class Item {
    private @Nullable Integer purchaseId;
    private @Nullable Integer number;
    private @Nullable String product;
    private @Nullable Purchase purchase;

    Item() {}

    Item(int number, String product) {
      this.number = number;
      this.product = product;
    }

    @Nullable
    Integer purchaseId() {
      return purchaseId;
    }

    @Nullable
    String product() {
      return product;
    }

    void product(String given) {
      product = given;
    }

    @Nullable
    Purchase purchase() {
      return purchase;
    }
  }

  /** It has a purchase, and no attribute for the foreign key. */
  @Mapped
  static class Receipt {
    private @Nullable Integer id;
    private @Nullable String text;
    private @Nullable Purchase purchase;

    Receipt() {}

    Receipt(String text) {
      this.text = text;
    }

    @Nullable
    Integer id() {
      return id;
    }

    @Nullable
    String text() {
      return text;
    }

    @Nullable
    Purchase purchase() {
      return purchase;
    }

    void purchase(@Nullable Purchase given) {
      purchase = given;
    }
  }

  @Mapped
  static class Note {
    private @Nullable Integer id;
    private @Nullable String text;
    private @Nullable Integer purchaseId;

    Note() {}

    Note(String text) {
      this.text = text;
    }

    @Nullable
    Integer purchaseId() {
      return purchaseId;
    }
  }

  @Mapped
  static class Event {
    private @Nullable Integer id;
    private @Nullable String text;
    private @Nullable Integer purchaseId;

    Event() {}

    Event(String text) {
      this.text = text;
    }
  }
}
