package io.alchemy.test.unitofwork;

import static io.alchemy.orm.LoaderOptions.noLoad;
import static io.alchemy.test.unitofwork.Fixture.isLoaded;
import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static io.alchemy.test.unitofwork.RelationshipFlushTests.comment;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.CollectionAttribute;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Firm.Project;
import io.alchemy.test.unitofwork.Firm.Task;
import io.alchemy.test.unitofwork.Firm.Team;
import io.alchemy.test.unitofwork.Firm.Worker;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Page;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Children that change parents, and children that lose theirs for good. */
@EachDatabase
class MovedChildTests extends OneSessionTests {
  MovedChildTests(TestDatabase database) {
    super(database);
  }

  @Test
  void aChildMovedToAnotherParentSurvivesTheDeletionOfTheOldOne() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Page old = page("Old");
    Page other = page("Other");
    Comment moved = comment("moved");
    old.getComments().addAll(List.of(moved, comment("stays")));
    s.addAll(List.of(old, other));
    s.commit();
    moved.setPage(other);
    s.delete(old);
    s.commit();

    assertThat(db().values("SELECT name FROM comment")).containsExactly("moved");
    assertThat(moved.getPageid()).isEqualTo(other.getId());
    assertThat(other.getComments()).containsExactly(moved);
  }

  @Test
  void aChildMovedByItsCollectionsIsNotAnOrphan() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Page one = page("One");
    Page two = page("Two");
    one.getComments().add(comment("moved"));
    s.addAll(List.of(one, two));
    s.commit();
    assertThat(two.getComments()).isEmpty();
    Comment moved = one.getComments().remove(0);
    two.getComments().add(moved);
    s.commit();

    assertThat(db().value("SELECT pageid FROM comment")).isEqualTo(two.getId());
    assertThat(one.getComments()).isEmpty();
  }

  @Test
  void aChildMovesIntoACollectionThatIsNotLoaded() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Comment moved = movesToAnUnloadedPage(s);

    assertThat(db().value("SELECT pageid FROM comment")).isEqualTo(2);
    assertThat(moved.getPageid()).isEqualTo(2);
  }

  @Test
  void aChildThatCannotBeWithoutParentMovesSo() {
    movesToAnUnloadedPage(wiki());

    assertThat(db().value("SELECT pageid FROM comment")).isEqualTo(2);
  }

  @Test
  void aChildMovesToAParentThatIsLookedUpBetween() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Page one = page("One");
    one.getComments().add(comment("moved"));
    s.addAll(List.of(one, page("Two")));
    s.commit();
    s.expunge(s.getOne(Page.class, 2));
    Comment moved = one.getComments().remove(0);
    s.getOne(Page.class, 2).getComments().add(moved);
    s.commit();

    assertThat(db().value("SELECT pageid FROM comment")).isEqualTo(2);
  }

  @Test
  void aQueryDecidesWhatAnOrphanIs() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Page page = page("One");
    page.getComments().add(comment("orphan"));
    s.add(page);
    s.commit();
    page.getComments().remove(0);

    assertThat(s.query(Comment.class).all()).isEmpty();
  }

  @Test
  void anOrphanIsDeleted() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Page page = page("Test Page");
    page.getComments().addAll(List.of(comment("James"), comment("Ada")));
    s.add(page);
    s.commit();
    page.getComments().remove(0);
    s.commit();

    assertThat(db().values("SELECT name FROM comment")).containsExactly("Ada");
  }

  @Test
  void aNewOrphanLeavesTheSessionAtOnce() {
    Session s = wiki(Cascade.ALL, Cascade.DELETE_ORPHAN);
    Page page = page("Test Page");
    s.add(page);
    s.commit();
    Comment james = comment("James");
    page.getComments().add(james);
    page.getComments().remove(james);

    assertThat(lifecycle(james)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(s.newInstances()).isEmpty();
  }

  private static Comment movesToAnUnloadedPage(Session s) {
    Page one = page("One");
    one.getComments().add(comment("moved"));
    s.addAll(List.of(one, page("Two")));
    s.commit();
    s.expungeAll();
    List<Comment> comments = s.getOne(Page.class, 1).getComments();
    assertThat(comments).hasSize(1);
    Page two = s.getOne(Page.class, 2);
    assertThat(isLoaded(two, "comments")).isFalse();
    Comment moved = comments.remove(0);
    two.getComments().add(moved);
    s.commit();
    assertThat(moved.getPage()).isSameAs(two);
    assertThat(comments).isEmpty();
    return moved;
  }

  @Test
  void whatIsNewIsFoundByKeyWhileAChildIsBetweenParents() {
    Registry registry = Firm.registry();
    Session s = open(new Fixture(database, registry.metadata(), registry));
    Team old = new Team("old");
    Team next = new Team("next");
    Worker moving = new Worker("Ada", old);
    s.addAll(List.of(old, next, moving));
    s.commit();
    old.workers().remove(moving);
    Project project = new Project("new", "New");
    s.add(project);

    assertThat(s.get(Project.class, "new")).isSameAs(project);
    assertThat(lifecycle(project)).isEqualTo(Lifecycle.PENDING);
    assertThat(s.get(Project.class, "other")).isNull();
    next.workers().add(moving);
    s.commit();
    assertThat(moving.home()).isSameAs(next);
  }

  @Test
  void childrenThatAQueryLeftOutAreDeletedWithTheirParent() {
    Registry registry = Firm.registry();
    Session s = open(new Fixture(database, registry.metadata(), registry));
    Worker ada = new Worker("Ada", new Team("red"));
    s.addAll(List.of(Objects.requireNonNull(ada.home()), ada));
    ada.tasks().addAll(List.of(new Task("one"), new Task("two")));
    s.commit();
    s.expungeAll();
    Worker again = s.query(Worker.class)
        .options(noLoad(CollectionAttribute.of(Worker.class, Task.class, "tasks")))
        .one();
    assertThat(again.tasks()).isEmpty();
    again.tasks().add(new Task("three"));
    s.flush();
    s.delete(again);
    s.commit();

    assertThat(db().value("SELECT count(*) FROM task")).asString().isEqualTo("0");
    assertThat(db().value("SELECT count(*) FROM worker")).asString().isEqualTo("0");
  }
}
