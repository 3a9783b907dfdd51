package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.not;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.AliasedClass;
import io.alchemy.orm.CollectionAttribute;
import io.alchemy.orm.ColumnAttribute;
import io.alchemy.orm.Query;
import io.alchemy.orm.ReferenceAttribute;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.sql.Condition;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.loading.Tree.Node;
import io.alchemy.test.loading.Tree.Place;
import io.alchemy.test.loading.Tree.Thing;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that refer to rows of their own table, and keys of two columns. */
@EachDatabase
class TreeLoadingTests {
  private static final ColumnAttribute<Node, Integer> ID = ColumnAttribute.of(Node.class, "id");
  private static final ColumnAttribute<Node, String> NAME = ColumnAttribute.of(Node.class, "name");
  private static final ReferenceAttribute<Node, Node> PARENT =
      ReferenceAttribute.of(Node.class, Node.class, "parent");
  private static final CollectionAttribute<Node, Node> CHILDREN =
      CollectionAttribute.of(Node.class, Node.class, "children");
  private static final CollectionAttribute<Node, Node> SHOWN =
      CollectionAttribute.of(Node.class, Node.class, "shown");
  private static final CollectionAttribute<Node, Node> LINKS =
      CollectionAttribute.of(Node.class, Node.class, "links");
  private static final CollectionAttribute<Node, Node> LINKED_FROM =
      CollectionAttribute.of(Node.class, Node.class, "linkedFrom");
  private static final ReferenceAttribute<Thing, Place> PLACE =
      ReferenceAttribute.of(Thing.class, Place.class, "place");
  private static final CollectionAttribute<Place, Thing> THINGS =
      CollectionAttribute.of(Place.class, Thing.class, "things");

  private final TestDatabase database;
  private final Statements statements;
  private final SessionMaker maker;
  private final Session session;

  TreeLoadingTests(TestDatabase database) {
    this.database = database;
    Registry registry = new Registry(Tree.METADATA);
    registry
        .map(Node.class, Tree.NODE)
        .relationship(CHILDREN, r -> r.backref(PARENT).orderBy(Tree.NODE.name.desc()))
        .relationship(
            SHOWN,
            r -> r.primaryJoin(and(Tree.NODE.id.eq(Tree.NODE.parentId), Tree.NODE.hidden.eq(false)))
                .remoteSide(Tree.NODE.parentId)
                .viewOnly())
        .relationship(
            LINKS,
            r -> r.secondary(Tree.LINK)
                .primaryJoin(Tree.NODE.id.eq(Tree.LINK.near))
                .secondaryJoin(Tree.LINK.far.eq(Tree.NODE.id))
                .backref(LINKED_FROM));
    registry
        .map(Place.class, Tree.PLACE)
        .column(ColumnAttribute.of(Place.class, "row"), Tree.PLACE.row)
        .column(ColumnAttribute.of(Place.class, "col"), Tree.PLACE.col)
        .relationship(THINGS, r -> r.backref(PLACE));
    registry.map(Thing.class, Tree.THING);
    statements = new Statements(database.engine());
    maker = SessionMaker.builder(registry, database.engine()).build();
    session = maker.open();
  }

  @BeforeEach
  void fill() {
    database.clear();
    Tree.METADATA.createAll(database.engine());
    maker.transaction(s -> {
      Node root = Node.of(1, "root", false);
      Node a = Node.of(2, "a", false);
      Node b = Node.of(3, "b", true);
      Node c = Node.of(4, "c", false);
      root.getChildren().addAll(List.of(a, b));
      a.getChildren().add(c);
      root.getLinks().addAll(List.of(b, c));
      s.add(root);
      Place corner = Place.of(0, 0);
      Place middle = Place.of(1, 2);
      corner.getThings().add(Thing.of(1, "lamp"));
      middle.getThings().addAll(List.of(Thing.of(2, "desk"), Thing.of(3, "chair")));
      s.addAll(List.of(corner, middle, Thing.of(4, "lost")));
    });
    statements.take();
  }

  @AfterEach
  void close() {
    session.close();
    statements.close();
  }

  private List<String> names(List<Node> nodes) {
    return nodes.stream().map(node -> String.valueOf(node.getName())).toList();
  }

  private List<String> nodesWith(Condition condition) {
    return names(session.query(Node.class).filter(condition).orderBy(ID).all());
  }

  private Node node(String name) {
    return session.query(Node.class).filter(NAME.eq(name)).one();
  }

  @Test
  void childrenLoadForAllSiblingsInTheirOrder() {
    List<Node> all = session.query(Node.class).orderBy(ID).all();
    statements.take();

    assertThat(names(all.get(0).getChildren())).containsExactly("b", "a");
    assertThat(names(all.get(1).getChildren())).containsExactly("c");
    assertThat(all.get(3).getChildren()).isEmpty();
    assertThat(statements.take()).hasSize(1);
    assertThat(all.get(3).getParent()).isSameAs(all.get(1));
    assertThat(all.get(0).getParent()).isNull();
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void aConditionOfTheMappingHoldsHoweverItLoads() {
    assertThat(names(node("root").getShown())).containsExactly("a");
    for (var option : List.of(selectinLoad(SHOWN), joinedLoad(SHOWN))) {
      session.expungeAll();
      Node root =
          session.query(Node.class).options(option).filter(NAME.eq("root")).one();
      assertThat(names(root.getShown())).as("%s", option).containsExactly("a");
    }
    assertThat(nodesWith(SHOWN.any())).containsExactly("root", "a");
    assertThat(nodesWith(SHOWN.any(NAME.eq("b")))).isEmpty();
  }

  @Test
  void aTableIsJoinedToItselfEagerly() {
    List<Node> roots = session
        .query(Node.class)
        .options(joinedLoad(CHILDREN).joinedLoad(CHILDREN))
        .filter(PARENT.isNull())
        .all();

    assertThat(names(roots)).containsExactly("root");
    assertThat(names(roots.get(0).getChildren())).containsExactly("b", "a");
    assertThat(names(roots.get(0).getChildren().get(1).getChildren())).containsExactly("c");
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void conditionsOnChildrenAreOfTheChildren() {
    assertThat(nodesWith(CHILDREN.any(NAME.eq("c")))).containsExactly("a");
    assertThat(nodesWith(PARENT.has(NAME.eq("root")))).containsExactly("a", "b");
    assertThat(nodesWith(not(CHILDREN.any()))).containsExactly("b", "c");
    assertThat(nodesWith(CHILDREN.contains(node("c")))).containsExactly("a");
    assertThat(nodesWith(CHILDREN.any(CHILDREN.any(NAME.eq("c"))))).containsExactly("root");
  }

  @Test
  void aTableIsLinkedToItself() {
    assertThat(names(node("root").getLinks())).containsExactlyInAnyOrder("b", "c");
    assertThat(names(node("c").getLinkedFrom())).containsExactly("root");
    assertThat(nodesWith(LINKS.any(NAME.eq("b")))).containsExactly("root");
    assertThat(nodesWith(LINKED_FROM.contains(node("root")))).containsExactly("b", "c");
  }

  @Test
  void aJoinToTheSameClassNeedsAnAlias() {
    assertThatThrownBy(() -> session.query(Node.class).join(CHILDREN).all())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("joins node to itself; give the other one a name");
    AliasedClass<Node> child = AliasedClass.of(Node.class);

    assertThat(names(session
            .query(Node.class)
            .join(CHILDREN.as(child))
            .filter(child.get(NAME).eq("c"))
            .all()))
        .containsExactly("a");
  }

  @Test
  void keysOfTwoColumnsLoadForAllSiblings() {
    List<Place> places = session.query(Place.class).all();
    List<Thing> things = session.query(Thing.class).all();
    statements.take();

    assertThat(places)
        .extracting(place -> place.getThings().size())
        .containsExactlyInAnyOrder(1, 2);
    assertThat(statements.take()).hasSize(1);
    assertThat(things)
        .filteredOn(thing -> thing.getPlace() == null)
        .extracting(Thing::getName)
        .containsExactly("lost");
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void aReferenceOfTwoColumnsLoadsForAllSiblings() {
    List<Thing> things = session.query(Thing.class).all();
    statements.take();

    assertThat(things)
        .filteredOn(thing -> thing.getPlace() != null)
        .extracting(thing -> requireNonNull(thing.getPlace()).getName())
        .containsExactlyInAnyOrder("0/0", "1/2", "1/2");
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void anInstanceIsFoundByAKeyOfTwoValues() {
    Place place = session.get(Place.class, List.of(1, 2));

    assertThat(place).isNotNull().extracting(Place::getName).isEqualTo("1/2");
    assertThat(session.query(Thing.class).filter(PLACE.eq(place)).count()).isEqualTo(2);
    assertThat(session.query(Thing.class).filter(PLACE.ne(place)).count()).isEqualTo(2);
    assertThatThrownBy(() -> session.get(Place.class, 1))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("The key of Place is the list [row, col]");
  }

  @Test
  void whatExpiredReloadsByKeysOfTwoColumns() {
    List<Place> places = session.query(Place.class).all();
    session.commit();
    statements.take();

    assertThat(places).extracting(Place::getName).containsExactlyInAnyOrder("0/0", "1/2");
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void aLinkTableOfWhichEachRowLeadsToAMemberIsOuterJoinedInAChain() {
    Query<Node> nodes = session.query(Node.class).leftJoin(LINKS.as(AliasedClass.of(Node.class)));

    assertThat(nodes.toString())
        .contains(
            "LEFT JOIN link AS link_1 ON link_1.near = node.id LEFT JOIN node AS t_1 ON t_1.id = link_1.far");
    assertThat(nodes.count()).isEqualTo(5);
  }
}
