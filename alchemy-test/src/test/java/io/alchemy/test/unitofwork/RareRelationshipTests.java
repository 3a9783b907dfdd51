package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.FlushException;
import io.alchemy.orm.Cascade;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Shop.Event;
import io.alchemy.test.unitofwork.Shop.Item;
import io.alchemy.test.unitofwork.Shop.Note;
import io.alchemy.test.unitofwork.Shop.Purchase;
import io.alchemy.test.unitofwork.Shop.Receipt;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relationships of the rarer forms, in a flush. */
@EachDatabase
class RareRelationshipTests {
  private final TestDatabase database;
  private @Nullable Fixture fixture;
  private @Nullable Session session;

  RareRelationshipTests(TestDatabase database) {
    this.database = database;
  }

  private Session shop(Cascade... items) {
    Fixture made = new Fixture(database, Shop.METADATA, Shop.registry(items));
    fixture = made;
    Session opened = made.open();
    session = opened;
    made.sql();
    return opened;
  }

  private Fixture db() {
    return Objects.requireNonNull(fixture);
  }

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
    if (fixture != null) {
      fixture.close();
    }
    assertThat(database.engine().pool().active()).isZero();
  }

  private Purchase saved(Session s, Purchase purchase) {
    s.add(purchase);
    s.commit();
    db().sql();
    return purchase;
  }

  // ---- a composite key that holds a foreign key

  @Test
  void aForeignKeyInACompositeKeyIsCopiedAndTheInstanceFoundByIt() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    Item second = new Item(2, "pen");
    purchase.items().addAll(List.of(new Item(1, "ink"), second));
    saved(s, purchase);

    assertThat(s.get(Item.class, List.of(purchase.id(), 2L))).isSameAs(second);
    assertThat(second.product()).isEqualTo("pen");
    second.product("pencil");
    s.commit();
    assertThat(db().values("SELECT product FROM item ORDER BY number"))
        .containsExactly("ink", "pencil");
  }

  @Test
  void aChildCannotLoseTheParentThatIsPartOfItsKey() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    purchase.items().add(new Item(1, "ink"));
    saved(s, purchase);
    purchase.items().clear();

    assertThatExceptionOfType(FlushException.class)
        .isThrownBy(s::flush)
        .withMessageContaining("Purchase.items")
        .withMessageContaining("primary key")
        .withMessageContaining("DELETE_ORPHAN");
  }

  @Test
  void asAnOrphanItIsDeleted() {
    Session s = shop(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Purchase purchase = new Purchase("Ada");
    purchase.items().addAll(List.of(new Item(1, "ink"), new Item(2, "pen")));
    saved(s, purchase);
    purchase.items().remove(0);
    s.commit();
    assertThat(db().values("SELECT product FROM item")).containsExactly("pen");

    purchase.items().clear();
    purchase.items().add(new Item(2, "brush"));
    s.commit();
    assertThat(db().values("SELECT product FROM item")).containsExactly("brush");
    s.delete(purchase);
    s.commit();
    assertThat(db().values("SELECT product FROM item")).isEmpty();
  }

  // ---- one-to-one, and a foreign key that no attribute keeps

  @Test
  void aOneToOneIsKeptByTheOtherSidesHiddenColumn() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    Receipt receipt = new Receipt("paid");
    purchase.receipt(receipt);
    assertThat(receipt.purchase()).isSameAs(purchase);
    saved(s, purchase);

    assertThat(db().value("SELECT purchase_id FROM receipt")).isEqualTo(purchase.id());
    assertThat(receipt.purchase()).isSameAs(purchase);
    assertThat(purchase.receipt()).isSameAs(receipt);
  }

  @Test
  void aReplacedOneToOneIsDeletedAsAnOrphan() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    purchase.receipt(new Receipt("paid"));
    saved(s, purchase);
    Receipt before = Objects.requireNonNull(purchase.receipt());
    purchase.receipt(new Receipt("paid again"));
    s.commit();

    assertThat(db().values("SELECT text FROM receipt")).containsExactly("paid again");
    assertThat(lifecycle(before)).isEqualTo(Lifecycle.DETACHED);
  }

  @Test
  void aOneToOneMovesToAnOwnerWhoseOwnIsNotLoaded() {
    Session s = shop();
    Purchase one = new Purchase("Ada");
    one.receipt(new Receipt("paid"));
    saved(s, one);
    Receipt receipt = Objects.requireNonNull(one.receipt());
    Purchase two = saved(s, new Purchase("Bob"));
    s.expunge(two);
    assertThat(one.receipt()).isSameAs(receipt);
    two = s.getOne(Purchase.class, 2);
    one.receipt(null);
    two.receipt(receipt);
    s.commit();

    assertThat(db().value("SELECT purchase_id FROM receipt")).isEqualTo(two.id());
    assertThat(one.receipt()).isNull();
  }

  @Test
  void aHiddenForeignKeyMovesWithItsReference() {
    Session s = shop();
    Purchase one = new Purchase("Ada");
    one.receipt(new Receipt("paid"));
    saved(s, one);
    Purchase two = saved(s, new Purchase("Bob"));
    Receipt receipt = s.getOne(Receipt.class, 1);
    receipt.purchase(two);
    s.commit();

    assertThat(db().value("SELECT purchase_id FROM receipt")).isEqualTo(two.id());
    assertThat(receipt.purchase()).isSameAs(two);
    s.delete(one);
    s.commit();
    assertThat(db().values("SELECT text FROM receipt")).containsExactly("paid");
  }

  // ---- a collection that nobody answers

  @Test
  void aOneSidedCollectionKeepsTheForeignKeyToo() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    Note note = new Note("fragile");
    purchase.notes().add(note);
    saved(s, purchase);
    assertThat(note.purchaseId()).isEqualTo(purchase.id());

    purchase.notes().remove(note);
    s.commit();
    assertThat(note.purchaseId()).isNull();
    purchase.notes().add(note);
    s.commit();
    s.delete(purchase);
    s.commit();
    assertThat(db().value("SELECT purchase_id FROM note")).isNull();
  }

  @Test
  void aNoteInTwoCollectionsGoesWithTheOneItWasAddedTo() {
    Session s = shop();
    Purchase one = new Purchase("Ada");
    Note note = new Note("fragile");
    one.notes().add(note);
    saved(s, one);
    Purchase two = saved(s, new Purchase("Bob"));
    assertThat(one.notes()).containsExactly(note);
    two.notes().add(note);
    s.delete(one);
    s.commit();

    assertThat(db().value("SELECT purchase_id FROM note")).isEqualTo(two.id());
  }

  // ---- children that the database deletes

  @Test
  void childrenThatTheDatabaseDeletesAreNotLoaded() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    purchase.events().addAll(List.of(new Event("ordered"), new Event("sent")));
    saved(s, purchase);
    s.delete(purchase);
    s.flush();

    assertThat(db().sql())
        .doesNotContain("SELECT event", "DELETE event")
        .endsWith("DELETE purchase");
    s.commit();
    assertThat(db().values("SELECT text FROM event")).isEmpty();
  }

  @Test
  void thoseThatAreLoadedAreDeletedAsInstances() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    purchase.events().add(new Event("ordered"));
    saved(s, purchase);
    Event event = purchase.events().get(0);
    s.delete(purchase);
    s.flush();

    assertThat(lifecycle(event)).isEqualTo(Lifecycle.DELETED);
    s.commit();
    assertThat(db().values("SELECT text FROM event")).isEmpty();
  }

  // ---- a class linked to itself

  @Test
  void aClassLinkedToItselfIsUnlinkedInBothDirections() {
    Session s = shop();
    Purchase one = new Purchase("Ada");
    Purchase two = new Purchase("Bob");
    one.related().add(two);
    two.related().add(one);
    one.related().add(one);
    saved(s, one);
    assertThat(db().value("SELECT count(*) FROM related")).asString().isEqualTo("3");
    assertThat(one.related()).containsExactlyInAnyOrder(one, two);

    s.delete(two);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM related")).asString().isEqualTo("1");
    s.delete(one);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM related")).asString().isEqualTo("0");
  }

  @Test
  void aMemberThatIsInAListTwiceIsLinkedOnce() {
    Session s = shop();
    Purchase one = new Purchase("Ada");
    Purchase two = new Purchase("Bob");
    one.related().add(two);
    one.related().add(two);
    saved(s, one);

    assertThat(db().value("SELECT count(*) FROM related")).asString().isEqualTo("1");
  }

  // ---- the order of one's own words

  @Test
  void addTakesDeleteBack() {
    Session s = shop();
    Purchase purchase = saved(s, new Purchase("Ada"));
    s.delete(purchase);
    s.add(purchase);
    s.commit();

    assertThat(db().values("SELECT customer FROM purchase")).containsExactly("Ada");
  }

  @Test
  void aRowInsertedAndDeletedInOneTransactionLeavesATransientInstance() {
    Session s = shop();
    Purchase purchase = new Purchase("Ada");
    s.add(purchase);
    s.flush();
    s.delete(purchase);
    s.flush();
    s.rollback();

    assertThat(lifecycle(purchase)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(purchase.id()).isNull();
    saved(s, purchase);
    assertThat(db().values("SELECT customer FROM purchase")).containsExactly("Ada");
  }

  @Test
  void linksOfARowThatANewInstanceTakesOverAreItsOwn() {
    Session s = shop();
    Purchase old = new Purchase("Ada");
    Purchase other = new Purchase("Bob");
    old.related().add(other);
    saved(s, old);
    assertThat(old.related()).containsExactly(other);
    Purchase fresh = s.merge(new Purchase("Eve"));
    s.expunge(fresh);
    s.delete(other);
    old.related().clear();
    old.related().add(fresh);
    s.add(fresh);
    s.commit();

    assertThat(db().value("SELECT to_id FROM related")).isEqualTo(fresh.id());
  }
}
