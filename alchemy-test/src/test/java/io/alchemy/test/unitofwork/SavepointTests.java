package io.alchemy.test.unitofwork;

import static io.alchemy.sql.Sql.update;
import static io.alchemy.test.unitofwork.Fixture.isLoaded;
import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static io.alchemy.test.unitofwork.RelationshipFlushTests.comment;
import static io.alchemy.test.unitofwork.RelationshipFlushTests.tag;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Transaction;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A savepoint's rollback undoes what happened inside, in memory too, and nothing else. */
@EachDatabase
class SavepointTests {
  private final TestDatabase database;
  private final Fixture wiki;
  private final Session session;
  private final Page page = page("Test Page");
  private final Page clean = page("Clean");
  private final Comment james = comment("James");

  SavepointTests(TestDatabase database) {
    this.database = database;
    this.wiki = new Fixture(database, Model.METADATA, Model.registry());
    this.session = wiki.open();
  }

  @BeforeEach
  void someRows() {
    page.getComments().add(james);
    session.add(page);
    session.add(clean);
    session.commit();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(page.getComments()).containsExactly(james);
    assertThat(clean.getTitle()).isEqualTo("Clean");
    assertThat(james.getName()).isEqualTo("James");
    wiki.sql();
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.close();
    wiki.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  @Test
  void changesInsideAreUndone() {
    Transaction savepoint = session.beginNested();
    page.setTitle("Inside");
    session.flush();
    page.setHeading("Inside, unflushed");
    savepoint.rollback();

    assertThat(session.dirty()).isEmpty();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(page.getHeading()).isNull();
  }

  @Test
  void whatDidNotChangeInsideStaysLoaded() {
    Transaction savepoint = session.beginNested();
    page.setTitle("Inside");
    session.flush();
    savepoint.rollback();

    assertThat(isLoaded(clean, "title")).isTrue();
    assertThat(isLoaded(page, "content")).isTrue();
    assertThat(isLoaded(page, "comments")).isTrue();
    assertThat(isLoaded(page, "title")).isFalse();
  }

  @Test
  void changesMadeBeforeKeepTheirOuterValues() {
    page.setTitle("Outer");
    Transaction savepoint = session.beginNested();
    assertThat(wiki.sql()).containsExactly("UPDATE page", "SAVEPOINT");
    page.setTitle("Inside");
    clean.setTitle("Inside, too");
    savepoint.rollback();

    assertThat(page.getTitle()).isEqualTo("Outer");
    assertThat(clean.getTitle()).isEqualTo("Clean");
    session.commit();
    assertThat(wiki.values("SELECT title FROM page ORDER BY id")).containsExactly("Outer", "Clean");
  }

  @Test
  void newInstancesInsideAreTransientAgain() {
    Transaction savepoint = session.beginNested();
    Page flushed = page("Flushed");
    Page pending = page("Pending");
    session.add(flushed);
    session.flush();
    session.add(pending);
    savepoint.rollback();

    assertThat(lifecycle(flushed)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(flushed.getId()).isNull();
    assertThat(flushed.getTitle()).isEqualTo("Flushed");
    assertThat(lifecycle(pending)).isEqualTo(Lifecycle.TRANSIENT);
    session.commit();
    assertThat(wiki.values("SELECT title FROM page ORDER BY id"))
        .containsExactly("Test Page", "Clean");
  }

  @Test
  void newInstancesBeforeStayPersistent() {
    Page before = page("Before");
    session.add(before);
    Transaction savepoint = session.beginNested();
    before.setTitle("Inside");
    savepoint.rollback();

    assertThat(lifecycle(before)).isEqualTo(Lifecycle.PERSISTENT);
    assertThat(before.getTitle()).isEqualTo("Before");
  }

  @Test
  void deletedInstancesInsideArePersistentAgain() {
    Transaction savepoint = session.beginNested();
    session.delete(clean);
    session.flush();
    savepoint.rollback();

    assertThat(lifecycle(clean)).isEqualTo(Lifecycle.PERSISTENT);
    assertThat(session.get(Page.class, 2)).isSameAs(clean);
    session.commit();
    assertThat(wiki.value("SELECT count(*) FROM page")).asString().isEqualTo("2");
  }

  @Test
  void aMarkForDeletionInsideIsTakenBack() {
    Transaction savepoint = session.beginNested();
    session.delete(clean);
    savepoint.rollback();

    assertThat(session.deleted()).isEmpty();
    session.commit();
    assertThat(wiki.value("SELECT count(*) FROM page")).asString().isEqualTo("2");
  }

  @Test
  void collectionsAndBackrefsChangedInsideAreUndone() {
    Transaction savepoint = session.beginNested();
    Comment ada = comment("Ada");
    page.getComments().add(ada);
    clean.getComments().add(james);
    assertThat(page.getComments()).containsExactly(ada);
    session.flush();
    savepoint.rollback();

    assertThat(page.getComments()).containsExactly(james);
    assertThat(james.getPage()).isSameAs(page);
    assertThat(clean.getComments()).isEmpty();
    assertThat(lifecycle(ada)).isEqualTo(Lifecycle.TRANSIENT);
    session.commit();
    assertThat(wiki.values("SELECT pageid FROM comment")).containsExactly("1");
  }

  @Test
  void unflushedCollectionChangesAreUndoneToo() {
    Transaction savepoint = session.beginNested();
    page.getComments().clear();
    page.getTags().add(tag("java"));
    savepoint.rollback();

    assertThat(page.getComments()).containsExactly(james);
    assertThat(page.getTags()).isEmpty();
    session.commit();
    assertThat(wiki.value("SELECT count(*) FROM tag")).asString().isEqualTo("0");
  }

  @Test
  void linksMadeInsideAreUndone() {
    Tag java = tag("java");
    session.add(java);
    Transaction savepoint = session.beginNested();
    page.getTags().add(java);
    session.flush();
    savepoint.rollback();

    assertThat(page.getTags()).isEmpty();
    session.commit();
    assertThat(wiki.value("SELECT count(*) FROM pagetag")).asString().isEqualTo("0");
  }

  @Test
  void aCollectionThatWasLoadedWhileAMemberWasGoneHasItAgain() {
    Transaction savepoint = session.beginNested();
    session.delete(james);
    session.flush();
    session.expire(page);
    assertThat(page.getComments()).isEmpty();
    savepoint.rollback();

    assertThat(page.getComments()).containsExactly(james);
    assertThat(isLoaded(clean, "title")).isTrue();
  }

  @Test
  void aCollectionOfLinksThatWasLoadedWhileAMemberWasGoneHasItAgain() {
    Tag java = tag("java");
    page.getTags().add(java);
    session.commit();
    Transaction savepoint = session.beginNested();
    session.delete(java);
    session.flush();
    assertThat(page.getTags()).isEmpty();
    savepoint.rollback();

    assertThat(page.getTags()).containsExactly(java);
  }

  @Test
  void aCollectionThatWasLoadedWhileAMemberHadAnotherParentHasItAgain() {
    session.commit();
    Transaction savepoint = session.beginNested();
    james.setPage(clean);
    session.flush();
    session.expireAll();
    assertThat(page.getComments()).isEmpty();
    assertThat(clean.getComments()).containsExactly(james);
    savepoint.rollback();

    assertThat(page.getComments()).containsExactly(james);
    assertThat(clean.getComments()).isEmpty();
  }

  @Test
  void aCollectionThatWasLoadedWithANewRowDoesNotKeepIt() {
    Transaction savepoint = session.beginNested();
    Comment added = comment("Ada");
    added.setPageid(page.getId());
    session.add(added);
    session.flush();
    session.expire(page);
    assertThat(page.getComments()).containsExactlyInAnyOrder(james, added);
    savepoint.rollback();

    assertThat(page.getComments()).containsExactly(james);
  }

  @Test
  void whatAStatementChangedInsideIsReadAgain() {
    Transaction savepoint = session.beginNested();
    session.execute(update(Page.class).set(Page_.title, "Inside"));
    assertThat(page.getTitle()).isEqualTo("Inside");
    savepoint.rollback();

    assertThat(page.getTitle()).isEqualTo("Test Page");
  }

  @Test
  void whatWasFirstReadInsideIsReadAgain() {
    session.expungeAll();
    Transaction savepoint = session.beginNested();
    session.connection().execute("UPDATE page SET title = 'Inside' WHERE id = ?", clean.getId());
    Page read = session.getOne(Page.class, 2);
    assertThat(read.getTitle()).isEqualTo("Inside");
    savepoint.rollback();

    assertThat(read.getTitle()).isEqualTo("Clean");
  }

  @Test
  void aReleasedSavepointIsPartOfTheTransaction() {
    Page inside = page("Inside");
    try (Transaction savepoint = session.beginNested()) {
      session.add(inside);
      page.setTitle("Changed");
      savepoint.commit();
    }
    assertThat(wiki.sql())
        .containsExactly("SAVEPOINT", "INSERT page", "UPDATE page", "RELEASE SAVEPOINT");
    session.rollback();

    assertThat(lifecycle(inside)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(inside.getId()).isNull();
    assertThat(page.getTitle()).isEqualTo("Test Page");
  }

  @Test
  void savepointsNest() {
    Transaction outer = session.beginNested();
    page.setTitle("Outer");
    Transaction inner = session.beginNested();
    page.setTitle("Inner");
    clean.setTitle("Inner, too");
    inner.commit();
    outer.rollback();

    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(clean.getTitle()).isEqualTo("Clean");
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(inner::rollback);
  }

  @Test
  void rollingAnOuterSavepointBackEndsTheInnerOnes() {
    Transaction outer = session.beginNested();
    Page inOuter = page("In outer");
    session.add(inOuter);
    session.beginNested();
    Page inInner = page("In inner");
    session.add(inInner);
    session.flush();
    outer.rollback();

    assertThat(lifecycle(inOuter)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(lifecycle(inInner)).isEqualTo(Lifecycle.TRANSIENT);
    session.commit();
    assertThat(wiki.value("SELECT count(*) FROM page")).asString().isEqualTo("2");
  }

  @Test
  void closingAnOpenSavepointRollsItBack() {
    try (Transaction savepoint = session.beginNested()) {
      assertThat(savepoint).isNotNull();
      page.setTitle("Inside");
    }
    assertThat(page.getTitle()).isEqualTo("Test Page");
  }

  @Test
  void commitEndsOpenSavepoints() {
    session.beginNested();
    page.setTitle("Inside");
    session.commit();

    assertThat(wiki.values("SELECT title FROM page ORDER BY id"))
        .containsExactly("Inside", "Clean");
  }
}
