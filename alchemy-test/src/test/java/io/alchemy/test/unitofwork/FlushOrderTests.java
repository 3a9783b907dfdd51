package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.FlushException;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.schema.MetaData;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Bank.Account;
import io.alchemy.test.unitofwork.Company.Department;
import io.alchemy.test.unitofwork.Company.Employee;
import io.alchemy.test.unitofwork.Tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order of rows in a flush, as the database's own constraints judge it. */
@EachDatabase
class FlushOrderTests {
  private final TestDatabase database;
  private @Nullable Fixture fixture;
  private @Nullable Session session;

  FlushOrderTests(TestDatabase database) {
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
    fixture.sql();
    return session;
  }

  private Session tree() {
    return open(Tree.METADATA, Tree.registry());
  }

  private Fixture db() {
    return Objects.requireNonNull(fixture);
  }

  // ---- a table that refers to itself

  @Test
  void aTreeIsInsertedGenerationByGeneration() {
    Session s = tree();
    Node root = new Node("root", new Node("a", new Node("a1"), new Node("a2")), new Node("b"));
    s.add(root);
    s.flush();

    assertThat(db().sql()).containsExactly("INSERT node", "INSERT node", "INSERT node");
    for (Node child : root.children()) {
      assertThat(child.parentId()).isEqualTo(root.id());
    }
  }

  @Test
  void aTreeIsDeletedFromItsLeaves() {
    Session s = tree();
    Node root = new Node("root", new Node("a", new Node("a1"), new Node("a2")), new Node("b"));
    s.add(root);
    s.commit();
    List<Node> nodes = new ArrayList<>();
    for (int id = 1; id <= 5; id++) {
      nodes.add(Objects.requireNonNull(s.get(Node.class, id)));
    }
    nodes.forEach(s::delete);
    db().sql();
    s.commit();

    assertThat(db().sql()).filteredOn(sql -> sql.startsWith("DELETE")).hasSize(3);
    assertThat(db().values("SELECT name FROM node")).isEmpty();
  }

  @Test
  void rowsLinkedByValuesAloneAreOrderedToo() {
    Session s = tree();
    List<Node> nodes = new ArrayList<>();
    Random random = new Random(7);
    for (int id = 1; id <= 60; id++) {
      Node node = new Node("n" + id).id(id);
      if (id > 1) {
        node.parentId(1 + random.nextInt(id - 1));
      }
      nodes.add(node);
    }
    Collections.shuffle(nodes, random);
    s.addAll(nodes);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM node")).asString().isEqualTo("60");

    Collections.shuffle(nodes, random);
    nodes.forEach(s::delete);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM node")).asString().isEqualTo("0");
  }

  @Test
  void nodesThatAreEachOthersParentsAreClosedByAnUpdateAndOpenedByOne() {
    Session s = tree();
    Node one = new Node("one");
    Node two = new Node("two");
    one.parent(two);
    two.parent(one);
    s.addAll(List.of(one, two));
    s.commit();
    assertThat(one.parentId()).isEqualTo(two.id());
    assertThat(two.parentId()).isEqualTo(one.id());

    s.delete(one);
    s.delete(two);
    s.commit();
    assertThat(db().values("SELECT name FROM node")).isEmpty();
  }

  // ---- two tables that refer to each other

  @Test
  void aCircleOfTwoTablesIsInsertedAndDeleted() {
    Session s = open(Company.METADATA, Company.registry());
    Department sales = new Department("Sales");
    Employee ada = new Employee("Ada");
    Employee bob = new Employee("Bob");
    sales.employees().addAll(List.of(ada, bob));
    sales.head(ada);
    s.add(sales);
    s.flush();

    assertThat(db().sql())
        .containsExactly("INSERT department", "INSERT employee", "UPDATE department");
    assertThat(sales.headId()).isEqualTo(ada.id());
    s.commit();
    assertThat(db().value("SELECT head_id FROM department")).isEqualTo(ada.id());

    s.delete(ada);
    s.delete(bob);
    s.delete(sales);
    s.commit();
    assertThat(db().values("SELECT name FROM employee")).isEmpty();
  }

  // ---- one key given up and taken

  @Test
  void deletingAndAddingOneKeyIsAnUpdateOfTheRow() {
    Session s = tree();
    Node old = new Node("old").id(7);
    s.add(old);
    s.commit();
    Node fresh = new Node("new").id(7);
    s.delete(old);
    s.add(fresh);
    db().sql();
    s.flush();

    assertThat(db().sql())
        .filteredOn(sql -> !sql.startsWith("SELECT"))
        .containsExactly("UPDATE node");
    assertThat(lifecycle(old)).isEqualTo(Lifecycle.DELETED);
    assertThat(s.get(Node.class, 7)).isSameAs(fresh);
    s.rollback();
    assertThat(lifecycle(fresh)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(s.get(Node.class, 7)).isSameAs(old);
    assertThat(old.name()).isEqualTo("old");
  }

  @Test
  void aNewInstanceInAnOldRowLeavesNothingOfTheOldOne() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account old = new Account("Ada").id(1).balance(5).note("a note").status("closed");
    s.add(old);
    s.commit();
    assertThat(old.version()).isEqualTo(1);
    s.delete(old);
    Account fresh = new Account("Bob").id(1);
    s.add(fresh);
    s.commit();

    assertThat(fresh.owner()).isEqualTo("Bob");
    assertThat(fresh.balance()).isZero();
    assertThat(fresh.note()).isNull();
    assertThat(fresh.status()).isEqualTo("open");
    assertThat(fresh.currency()).isEqualTo("EUR");
    assertThat(fresh.version()).isEqualTo(2);
  }

  @Test
  void addingAKeyThatIsTakenInTheSessionIsRefused() {
    Session s = tree();
    s.add(new Node("one").id(1));
    s.flush();
    s.add(new Node("again").id(1));

    assertThatExceptionOfType(FlushException.class)
        .isThrownBy(s::flush)
        .withMessageContaining("Node[1]");
  }

  // ---- unique values

  @Test
  void aDeletedRowMakesRoomForItsUniqueValue() {
    Session s = tree();
    Node old = new Node("name", new Node("child"));
    s.add(old);
    s.commit();
    s.delete(old);
    s.add(new Node("name"));
    s.commit();

    assertThat(db().values("SELECT name FROM node ORDER BY name")).containsExactly("child", "name");
  }

  @Test
  void childrenOfARowThatMakesRoomMoveToTheRowThatTakesIt() {
    Session s = tree();
    Node child = new Node("child");
    Node old = new Node("name", child);
    s.add(old);
    s.commit();
    Node fresh = new Node("name");
    s.add(fresh);
    child.parent(fresh);
    s.delete(old);
    s.commit();

    assertThat(child.parentId()).isEqualTo(fresh.id());
    assertThat(db().values("SELECT name FROM node ORDER BY name")).containsExactly("child", "name");
  }

  @Test
  void aChangedRowMakesRoomForItsUniqueValue() {
    Session s = tree();
    Node old = new Node("name");
    s.add(old);
    s.commit();
    assertThat(old.name()).isEqualTo("name");
    old.name("renamed");
    s.add(new Node("name"));
    s.commit();

    assertThat(db().values("SELECT name FROM node ORDER BY name"))
        .containsExactly("name", "renamed");
  }

  @Test
  void aChainOfUniqueValuesIsShifted() {
    Session s = tree();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      nodes.add(new Node("n" + i));
    }
    s.addAll(nodes);
    s.commit();
    nodes.forEach(node -> assertThat(node.name()).isNotNull());
    for (int i = 0; i < 5; i++) {
      nodes.get(i).name("n" + (i + 1));
    }
    s.commit();

    assertThat(db().values("SELECT name FROM node ORDER BY id"))
        .containsExactly("n1", "n2", "n3", "n4", "n5");
  }

  @Test
  void twoRowsSwapANullableUniqueValue() {
    Session s = tree();
    Node one = new Node("one");
    Node two = new Node("two");
    s.addAll(List.of(one, two));
    s.commit();
    assertThat(one.name() + two.name()).isEqualTo("onetwo");
    one.name("two");
    two.name("one");
    s.commit();

    assertThat(db().values("SELECT name FROM node ORDER BY id")).containsExactly("two", "one");
  }

  @Test
  void aSwapThatCannotBeResolvedIsRefusedByName() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account ada = new Account("Ada");
    Account bob = new Account("Bob");
    s.addAll(List.of(ada, bob));
    s.commit();
    assertThat(ada.owner() + bob.owner()).isEqualTo("AdaBob");
    ada.owner("Bob");
    bob.owner("Ada");

    assertThatExceptionOfType(FlushException.class)
        .isThrownBy(s::flush)
        .withMessageContaining("Account[1]")
        .withMessageContaining("Account[2]")
        .withMessageContaining("nullable");
  }

  // ---- shapes

  @Test
  void keysReachTheRightObjectsThoughShapesAreInterleaved() {
    Session s = tree();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Node node = new Node("n" + i);
      if (i % 3 == 0) {
        node.id(1_000 + i);
      }
      nodes.add(node);
    }
    s.addAll(nodes);
    s.flush();

    for (Node node : nodes) {
      assertThat(db().sessionValue(s, "SELECT name FROM node WHERE id = ?", node.id()))
          .isEqualTo(node.name());
    }
  }

  @Test
  void anUnsetColumnGetsTheServersDefaultAndAnExplicitNullIsWritten() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account unset = new Account("Ada");
    Account nothing = new Account("Bob").status(null);
    Account given = new Account("Eve").status("closed");
    s.addAll(List.of(unset, nothing, given));
    s.flush();

    assertThat(unset.status()).isEqualTo("open");
    assertThat(nothing.status()).isNull();
    assertThat(given.status()).isEqualTo("closed");
    assertThat(unset.balance()).isZero();
    s.commit();
    assertThat(db().values("SELECT status FROM account ORDER BY id"))
        .containsExactly("open", "null", "closed");
  }

  @Test
  void aNullGivenToAConstructorIsWrittenExceptForKeyAndVersion() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account ada = new Account(null, "Ada", null, null);
    s.add(ada);
    s.commit();

    assertThat(ada.id()).isNotNull();
    assertThat(ada.version()).isEqualTo(1);
    assertThat(ada.status()).isNull();
  }

  @Test
  void onUpdateValuesAreWrittenBack() {
    Session s = open(Bank.METADATA, Bank.registry());
    Account ada = new Account("Ada");
    s.add(ada);
    s.flush();
    assertThat(ada.changes()).isZero();
    ada.balance(5);
    s.flush();

    assertThat(ada.changes()).isEqualTo(7);
    assertThat(ada.version()).isEqualTo(2);
  }

  @Test
  void aChangedPrimaryKeyIsAnUpdateAndRollbackGivesTheOldOneBack() {
    Session s = tree();
    Node node = new Node("one").id(1);
    s.add(node);
    s.commit();
    node.id(2);
    s.flush();
    assertThat(s.get(Node.class, 2)).isSameAs(node);
    s.rollback();

    assertThat(s.get(Node.class, 1)).isSameAs(node);
    assertThat(node.id()).isEqualTo(1);
  }
}
