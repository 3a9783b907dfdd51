package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.isLoaded;
import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.StaleDataException;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.schema.MetaData;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Bank.Account;
import io.alchemy.test.unitofwork.Tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Merging instances from elsewhere into a session. */
@EachDatabase
class MergeTests {
  private final TestDatabase database;
  private @Nullable Fixture fixture;
  private @Nullable Session session;

  MergeTests(TestDatabase database) {
    this.database = database;
  }

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
    if (fixture != null) {
      fixture.close();
    }
  }

  private Session open(MetaData metadata, Registry registry) {
    fixture = new Fixture(database, metadata, registry);
    session = fixture.open();
    return session;
  }

  private Session tree() {
    return open(Tree.METADATA, Tree.registry());
  }

  private Fixture db() {
    return Objects.requireNonNull(fixture);
  }

  /** A tree of two, from a session that is closed. */
  private Node detached() {
    Node root = new Node("root", new Node("child"));
    try (Session other = db().open()) {
      other.add(root);
      other.commit();
      assertThat(root.name()).isEqualTo("root");
      assertThat(root.children()).hasSize(1);
      assertThat(root.children().get(0).name()).isEqualTo("child");
    }
    return root;
  }

  @Test
  void aDetachedInstancesStateIsCopiedOntoTheSessionsOwn() {
    Session s = tree();
    Node given = detached();
    given.name("changed");
    Node merged = s.merge(given);

    assertThat(merged).isNotSameAs(given).isSameAs(s.get(Node.class, 1));
    assertThat(merged.name()).isEqualTo("changed");
    assertThat(lifecycle(given)).isEqualTo(Lifecycle.DETACHED);
    s.commit();
    assertThat(db().value("SELECT name FROM node WHERE parent_id IS NULL")).isEqualTo("changed");
  }

  @Test
  void anEqualStateIsNoUpdate() {
    Session s = tree();
    Node given = detached();
    s.merge(given);
    db().sql();
    s.flush();

    assertThat(db().sql()).isEmpty();
  }

  @Test
  void whatIsNotLoadedIsNotCopied() {
    Session s = tree();
    Node given;
    try (Session other = db().open()) {
      other.add(new Node("root", new Node("child")));
      other.commit();
      given = other.getOne(Node.class, 1);
      assertThat(given.name()).isEqualTo("root");
    }
    assertThat(isLoaded(given, "children")).isFalse();
    Node merged = s.merge(given);
    s.commit();

    assertThat(merged.children()).hasSize(1);
  }

  @Test
  void aNewInstanceIsMergedAsNew() {
    Session s = tree();
    Node given = new Node("root", new Node("child"));
    Node merged = s.merge(given);

    assertThat(merged).isNotSameAs(given);
    assertThat(lifecycle(given)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(s.newInstances()).hasSize(2);
    s.commit();
    assertThat(merged.children()).singleElement().extracting(Node::name).isEqualTo("child");
    assertThat(given.id()).isNull();
  }

  @Test
  void aNewInstanceWithAKeyMeetsItsRowAndUnsetAttributesSayNothing() {
    Session s = tree();
    detached();
    Node merged = s.merge(new Node("renamed").id(1));

    assertThat(merged.children()).hasSize(1);
    s.commit();
    assertThat(db().values("SELECT name FROM node ORDER BY id"))
        .containsExactly("renamed", "child");
  }

  @Test
  void mergeFollowsItsCascadeAndCopiesCollections() {
    Session s = tree();
    Node given = detached();
    given.children().get(0).name("changed");
    given.children().add(new Node("added"));
    s.merge(given);
    s.commit();

    assertThat(db().values("SELECT name FROM node ORDER BY id"))
        .containsExactly("root", "changed", "added");
    assertThat(db().values("SELECT parent_id FROM node WHERE parent_id IS NOT NULL"))
        .containsExactly("1", "1");
  }

  @Test
  void aMemberTakenOutWhileDetachedIsTakenOutHere() {
    Session s = tree();
    Node given = detached();
    given.children().clear();
    s.merge(given);
    s.commit();

    assertThat(db().values("SELECT name FROM node WHERE parent_id IS NOT NULL")).isEmpty();
  }

  @Test
  void aGraphsRowsAreReadTogether() {
    Session s = tree();
    Node given = new Node("root", new Node("a", new Node("b"), new Node("c")), new Node("d"));
    Node root = merged(given);
    root.children().forEach(child -> child.name(child.name() + "!"));
    db().sql();
    s.merge(root);

    // A generation at a time: its rows, and the collections of the one above.
    assertThat(db().sql()).hasSizeLessThanOrEqualTo(6).allMatch("SELECT node"::equals);
    s.commit();
    assertThat(db().values("SELECT name FROM node ORDER BY id"))
        .containsExactlyInAnyOrder("root", "a!", "b", "c", "d!");
  }

  /** The same graph with all of it loaded, from a session that is closed. */
  private Node merged(Node given) {
    try (Session other = db().open()) {
      other.add(given);
      other.commit();
      load(given);
    }
    return given;
  }

  private static void load(Node node) {
    assertThat(node.name()).isNotNull();
    assertThat(node.parent()).isNotSameAs(node);
    node.children().forEach(MergeTests::load);
  }

  @Test
  void manyInstancesAreReadByOneStatementAndMergedInOrder() {
    Session s = tree();
    List<Node> given = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      given.add(new Node("n" + i));
    }
    try (Session other = db().open()) {
      other.addAll(given);
      other.commit();
      given.forEach(MergeTests::load);
    }
    given.forEach(node -> node.name(node.name() + "!"));
    db().sql();
    List<Node> merged = s.mergeAll(given);

    assertThat(merged)
        .extracting(Node::name)
        .isEqualTo(given.stream().map(Node::name).toList());
    assertThat(db().sql()).filteredOn("SELECT node"::equals).hasSizeLessThanOrEqualTo(2);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM node WHERE name LIKE '%!'")).hasToString("20");
  }

  @Test
  void newInstancesWithKeysOfTheirOwnAreLookedUpTogether() {
    Session s = tree();
    List<Node> given = List.of(new Node("a").id(1), new Node("b").id(2), new Node("c").id(3));
    db().sql();
    s.mergeAll(given);

    assertThat(db().sql()).containsExactly("SELECT node");
    s.commit();
    assertThat(db().values("SELECT name FROM node ORDER BY id")).containsExactly("a", "b", "c");
  }

  @Test
  void aKeyThatIsGivenTwiceIsOneInstance() {
    Session s = tree();
    Node first = s.merge(new Node("first").id(1));
    Node second = s.merge(new Node("second").id(1));

    assertThat(second).isSameAs(first);
    s.commit();
    assertThat(db().values("SELECT name FROM node")).containsExactly("second");
  }

  @Test
  void mergeEndsOnCircles() {
    Session s = tree();
    Node one = new Node("one");
    Node two = new Node("two", one);
    one.children().add(two);
    Node merged = s.merge(one);

    assertThat(merged.parent()).isNotNull();
    assertThat(Objects.requireNonNull(merged.parent()).parent()).isSameAs(merged);
  }

  @Test
  void aLongChainNeedsNoDeepStack() {
    Session s = tree();
    Node first = new Node("n0");
    Node last = first;
    for (int i = 1; i < 5_000; i++) {
      Node next = new Node("n" + i);
      last.children().add(next);
      last = next;
    }
    s.merge(first);

    assertThat(s.newInstances()).hasSize(5_000);
  }

  @Test
  void anInstanceOfThisSessionIsItsOwnMerge() {
    Session s = tree();
    Node node = new Node("one");
    s.add(node);

    assertThat(s.merge(node)).isSameAs(node);
  }

  @Test
  void versionsAreCompared() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account given = new Account("Ada");
    try (Session other = db().open()) {
      other.add(given);
      other.commit();
      assertThat(given.version()).isEqualTo(1);
    }
    db().maker.transaction(other -> other.getOne(Account.class, 1).balance(7));
    given.balance(5);

    assertThatExceptionOfType(StaleDataException.class)
        .isThrownBy(() -> s.merge(given))
        .withMessageContaining("Account[1]")
        .withMessageContaining("version 2")
        .withMessageContaining("1");
    assertThat(s.getOne(Account.class, 1).balance()).isEqualTo(7);
    assertThat(s.dirty()).isEmpty();
  }

  @Test
  void aVersionedRowThatIsGoneIsStale() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account given = new Account("Ada");
    try (Session other = db().open()) {
      other.add(given);
      other.commit();
      assertThat(given.version()).isEqualTo(1);
    }
    db().engine.transaction(c -> c.execute("DELETE FROM account"));

    assertThatExceptionOfType(StaleDataException.class).isThrownBy(() -> s.merge(given));
  }
}
