package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.NotNullViolationException;
import io.alchemy.orm.Cascade;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.School.Course;
import io.alchemy.test.unitofwork.School.Student;
import io.alchemy.test.unitofwork.Tree.Node;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Tag;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a flush does for relationships: foreign keys, link rows, cascades. */
@EachDatabase
class RelationshipFlushTests extends OneSessionTests {
  RelationshipFlushTests(TestDatabase database) {
    super(database);
  }

  private Session tree(Cascade... cascades) {
    return open(new Fixture(database, Tree.METADATA, Tree.registry(cascades)));
  }

  private Session school() {
    return open(new Fixture(database, School.METADATA, School.registry()));
  }

  static Comment comment(String name) {
    Comment comment = new Comment();
    comment.setName(name);
    comment.setEmail(name + "@example.com");
    return comment;
  }

  static Tag tag(String name) {
    Tag tag = new Tag();
    tag.setName(name);
    return tag;
  }

  // ---- one-to-many

  @Test
  void parentsAreInsertedFirstAndTheirKeysCopiedToTheChildren() {
    Session s = wiki();
    Page page = page("Test Page");
    Comment james = comment("James");
    page.getComments().add(james);
    page.getComments().add(comment("Ada"));
    s.add(page);
    assertThat(james.getPage()).isSameAs(page);
    assertThat(james.getPageid()).isNull();
    s.flush();

    assertThat(db().sql()).containsExactly("INSERT page", "INSERT comment");
    assertThat(james.getPageid()).isEqualTo(page.getId());
    assertThat(james.getId()).isNotNull();
  }

  @Test
  void appendingToAPersistentParentBringsTheChildIntoTheSession() {
    Session s = wiki();
    Page page = page("Test Page");
    s.add(page);
    s.commit();
    Comment james = comment("James");
    page.getComments().add(james);

    assertThat(lifecycle(james)).isEqualTo(Lifecycle.PENDING);
    assertThat(james.getPage()).isSameAs(page);
    s.commit();
    assertThat(db().value("SELECT pageid FROM comment")).isEqualTo(1);
    assertThat(page.getComments()).containsExactly(james);
  }

  @Test
  void settingTheManySideDoesNotBringTheChildIntoTheSession() {
    Session s = wiki();
    Page page = page("Test Page");
    s.add(page);
    s.commit();
    Comment james = comment("James");
    james.setPage(page);

    assertThat(lifecycle(james)).isEqualTo(Lifecycle.TRANSIENT);
    try (Warnings warnings = new Warnings()) {
      s.flush();
      assertThat(warnings.all())
          .anyMatch(w -> w.contains("new Comment") && w.contains("Page[1].comments"));
    }
    assertThat(db().value("SELECT count(*) FROM comment")).asString().isEqualTo("0");
  }

  @Test
  void addingTheManySideBringsItsParentAlong() {
    Session s = wiki();
    Comment james = comment("James");
    james.setPage(page("Test Page"));
    s.add(james);
    s.commit();

    assertThat(db().value("SELECT pageid FROM comment")).isEqualTo(1);
  }

  @Test
  void deletingAParentNullsItsChildrensForeignKeysInOneBatch() {
    Session s = tree();
    Node root = new Node("root", new Node("a"), new Node("b"), new Node("c"));
    s.add(root);
    s.commit();
    Node a = s.get(Node.class, 2);
    db().sql();
    s.delete(root);
    s.flush();

    assertThat(db().sql()).containsExactly("SELECT node", "UPDATE node", "DELETE node");
    assertThat(Objects.requireNonNull(a).parentId()).isNull();
    assertThat(a.parent()).isNull();
    s.commit();
    assertThat(db().values("SELECT name FROM node ORDER BY name")).containsExactly("a", "b", "c");
  }

  @Test
  void aRefusedNullSaysWhichRelationshipAndWhichCascade() {
    Session s = wiki();
    Page page = page("Test Page");
    page.getComments().add(comment("James"));
    s.add(page);
    s.commit();
    s.delete(page);

    assertThatExceptionOfType(NotNullViolationException.class)
        .isThrownBy(s::flush)
        .withMessageContaining("Page.comments")
        .withMessageContaining("DELETE_ORPHAN")
        .withMessageContaining("comment.pageid");
    s.rollback();
    assertThat(page.getComments()).hasSize(1);
  }

  @Test
  void aMemberThatCannotLoseItsParentSaysTheSame() {
    Session s = wiki();
    Page page = page("Test Page");
    page.getComments().add(comment("James"));
    s.add(page);
    s.commit();
    page.getComments().clear();

    assertThatExceptionOfType(NotNullViolationException.class)
        .isThrownBy(s::flush)
        .withMessageContaining("Page.comments")
        .withMessageContaining("DELETE_ORPHAN");
  }

  @Test
  void aMemberTakenOutLosesItsParent() {
    Session s = tree();
    Node root = new Node("root", new Node("a"), new Node("b"));
    s.add(root);
    s.commit();
    Node a = root.children().remove(0);
    assertThat(a.parent()).isNull();
    s.commit();

    assertThat(db().values("SELECT name FROM node WHERE parent_id IS NULL ORDER BY name"))
        .containsExactly("a", "root");
  }

  @Test
  void deleteCascadesLoadCollectionsFirst() {
    Session s = wiki(Cascade.ALL);
    Page page = page("Test Page");
    page.getComments().addAll(List.of(comment("James"), comment("Ada")));
    s.add(page);
    s.commit();
    db().sql();
    s.delete(page);
    s.flush();

    assertThat(db().sql())
        .containsExactly("SELECT comment", "DELETE pagetag", "DELETE comment", "DELETE page");
  }

  @Test
  void explicitNullOverridesAForeignKeyValue() {
    Session s = tree();
    Node root = new Node("root");
    s.add(root);
    s.commit();
    s.add(new Node("null").parentId(root.id()).parent(null));
    s.add(new Node("value").parentId(root.id()));
    Node read = new Node("read").parentId(root.id());
    assertThat(read.parent()).isNull();
    s.add(read);
    s.commit();

    assertThat(db().values("SELECT name FROM node WHERE parent_id IS NOT NULL ORDER BY name"))
        .containsExactly("read", "value");
    assertThat(read.parent()).isSameAs(root);
  }

  @Test
  void aForeignKeySetByValueLeadsToItsParentAfterTheFlush() {
    Session s = tree();
    Node one = new Node("one");
    Node two = new Node("two");
    Node child = new Node("child").parent(one);
    s.addAll(List.of(one, two, child));
    s.flush();
    child.parentId(two.id());
    s.flush();

    assertThat(child.parent()).isSameAs(two);
  }

  // ---- many-to-many

  @Test
  void linksAreWrittenOnceWhicheverSideIsEdited() {
    Session s = school();
    Student ada = new Student("Ada");
    Course logic = new Course("Logic");
    Course sets = new Course("Sets");
    s.addAll(List.of(ada, logic, sets));
    s.commit();
    ada.courses().add(logic);
    logic.students().add(ada);
    sets.students().add(ada);
    db().sql();
    s.flush();

    assertThat(db().sql())
        .filteredOn(sql -> sql.startsWith("INSERT"))
        .containsExactly("INSERT enrolment");
    s.commit();
    assertThat(ada.courses()).containsExactlyInAnyOrder(logic, sets);
    assertThat(db().value("SELECT count(*) FROM enrolment")).asString().isEqualTo("2");
  }

  @Test
  void aRemovedMemberIsUnlinkedOnce() {
    Session s = school();
    Student ada = new Student("Ada");
    Course logic = new Course("Logic");
    ada.courses().add(logic);
    ada.courses().add(new Course("Sets"));
    s.add(ada);
    s.commit();
    assertThat(logic.students()).containsExactly(ada);
    ada.courses().remove(logic);
    assertThat(logic.students()).isEmpty();
    db().sql();
    s.flush();

    assertThat(db().sql()).containsExactly("DELETE enrolment");
    s.commit();
    assertThat(db().value("SELECT course_id FROM enrolment")).isNotEqualTo(logic.id());
  }

  @Test
  void eitherSideOfAManyToManyCleansUpWhenItIsDeleted() {
    Session s = school();
    Student ada = new Student("Ada");
    Course logic = new Course("Logic");
    Course sets = new Course("Sets");
    ada.courses().addAll(List.of(logic, sets));
    s.add(ada);
    s.commit();
    s.delete(logic);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM enrolment")).asString().isEqualTo("1");
    s.delete(ada);
    s.commit();
    assertThat(db().value("SELECT count(*) FROM enrolment")).asString().isEqualTo("0");
  }

  @Test
  void theSideThatMapsNothingCleansUpToo() {
    Session s = wiki();
    Page page = page("Test Page");
    Tag java = tag("java");
    page.getTags().add(java);
    s.add(page);
    s.commit();
    s.delete(java);
    db().sql();
    s.flush();

    assertThat(db().sql()).containsExactly("DELETE pagetag", "DELETE tag");
    s.commit();
    assertThat(page.getTags()).isEmpty();
  }

  @Test
  void deletingAPageDeletesItsLinkRowsWithoutLoadingItsTags() {
    Session s = wiki();
    Page page = page("Test Page");
    page.getTags().addAll(List.of(tag("java"), tag("sql")));
    s.add(page);
    s.commit();
    s.delete(page);
    db().sql();
    s.flush();

    assertThat(db().sql()).containsExactly("SELECT comment", "DELETE pagetag", "DELETE page");
  }

  @Test
  void childrenOfManyPagesAreLoadedWithOneStatementBeforeTheyAreDeleted() {
    Session s = wiki(Cascade.ALL);
    for (int i = 0; i < 20; i++) {
      Page page = page("Page " + i);
      page.getComments().add(comment("c" + i));
      s.add(page);
    }
    s.commit();
    List<Page> pages = new java.util.ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      pages.add(Objects.requireNonNull(s.get(Page.class, i)));
    }
    pages.forEach(s::delete);
    db().sql();
    s.flush();

    assertThat(db().sql())
        .containsExactly("SELECT comment", "DELETE pagetag", "DELETE comment", "DELETE page");
  }
}
