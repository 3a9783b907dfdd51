package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.isLoaded;
import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does with single instances: their states, and the statements for them. */
@EachDatabase
class SessionTests {
  private final TestDatabase database;
  private Fixture wiki;
  private Session session;

  SessionTests(TestDatabase database) {
    this.database = database;
    this.wiki = new Fixture(database, Model.METADATA, Model.registry());
    this.session = wiki.open();
  }

  @BeforeEach
  void forgetSetUp() {
    wiki.sql();
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.close();
    wiki.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  static Page page(String title) {
    Page page = new Page();
    page.setTitle(title);
    page.setContent("Test content");
    return page;
  }

  private Page saved(String title) {
    Page page = page(title);
    session.add(page);
    session.commit();
    wiki.sql();
    return page;
  }

  @Test
  void addMakesPendingAndSendsNothing() {
    Page page = page("Test Page");
    session.add(page);

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.PENDING);
    assertThat(page.getId()).isNull();
    assertThat(session.newInstances()).containsExactly(page);
    assertThat(session.contains(page)).isTrue();
    assertThat(session.isInTransaction()).isFalse();
    assertThat(wiki.sql()).isEmpty();
  }

  @Test
  void flushInsertsAndWritesKeysAndDefaultsBack() {
    Page page = new Page();
    page.setContent("Test content");
    session.add(page);
    session.flush();

    assertThat(wiki.sql()).containsExactly("INSERT page");
    assertThat(lifecycle(page)).isEqualTo(Lifecycle.PERSISTENT);
    assertThat(page.getId()).isEqualTo(1);
    assertThat(page.getTitle()).isEqualTo("Untitled Page");
    assertThat(page.getPosted()).isNotNull();
    assertThat(wiki.sql()).isEmpty();
  }

  @Test
  void commitExpiresAndTheNextReadIsOneSelect() {
    Page page = page("Test Page");
    session.add(page);
    session.commit();

    assertThat(wiki.sql()).containsExactly("INSERT page", "COMMIT");
    assertThat(isLoaded(page, "title")).isFalse();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(page.getContent()).isEqualTo("Test content");
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void withoutExpireOnCommitEverythingStaysLoaded() {
    try (Fixture keeping =
            new Fixture(database, Model.METADATA, Model.registry(), b -> b.expireOnCommit(false));
        Session kept = keeping.open()) {
      Page page = page("Test Page");
      kept.add(page);
      kept.commit();
      keeping.sql();

      assertThat(page.getTitle()).isEqualTo("Test Page");
      assertThat(keeping.sql()).isEmpty();
    }
  }

  @Test
  void aChangeIsOneUpdateOfItsColumn() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    page.setTitle("Another");

    assertThat(session.dirty()).containsExactly(page);
    assertThat(session.isModified(page)).isTrue();
    assertThat(session.flushPlan()).hasToString("UPDATE page [title] x 1");
    session.commit();
    assertThat(wiki.value("SELECT title FROM page")).isEqualTo("Another");
  }

  @Test
  void settingAnEqualValueIsNoUpdate() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    page.setTitle("Other");
    page.setTitle("Test " + "Page".toString());

    assertThat(session.dirty()).containsExactly(page);
    assertThat(session.isModified(page)).isFalse();
    wiki.sql();
    session.flush();
    assertThat(wiki.sql()).isEmpty();
    assertThat(session.dirty()).isEmpty();
  }

  @Test
  void getAnswersFromTheIdentityMapWithoutSql() {
    Page page = page("Test Page");
    session.add(page);
    session.flush();
    wiki.sql();

    assertThat(session.get(Page.class, 1)).isSameAs(page);
    assertThat(session.get(Page.class, 1L)).isSameAs(page);
    assertThat(session.find(Page.class, 1)).containsSame(page);
    assertThat(wiki.sql()).isEmpty();
  }

  @Test
  void getReadsARowOnce() {
    saved("Test Page");
    try (Session other = wiki.open()) {
      Page first = other.get(Page.class, 1);
      assertThat(other.get(Page.class, 1)).isSameAs(first);
    }
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void getReloadsWhatExpiredAndAnswersNullIfItIsGone() {
    Page page = saved("Test Page");
    wiki.engine.transaction(c -> c.execute("UPDATE page SET title = 'Changed'"));
    wiki.sql();

    assertThat(session.get(Page.class, 1)).isSameAs(page);
    assertThat(wiki.sql()).containsExactly("SELECT page");
    assertThat(page.getTitle()).isEqualTo("Changed");

    session.commit();
    wiki.engine.transaction(c -> c.execute("DELETE FROM page"));
    assertThat(session.get(Page.class, 1)).isNull();
  }

  @Test
  void getOneSaysWhatIsMissing() {
    assertThatExceptionOfType(NoResultFoundException.class)
        .isThrownBy(() -> session.getOne(Page.class, 77))
        .withMessageContaining("Page")
        .withMessageContaining("77");
    assertThat(session.get(Page.class, 77)).isNull();
    assertThat(session.find(Page.class, 77)).isEmpty();
  }

  @Test
  void getFlushesFirstWhatMayBeTheRow() {
    Page page = page("Test Page");
    page.setId(5);
    session.add(page);

    assertThat(session.get(Page.class, 5)).isSameAs(page);
    assertThat(wiki.sql()).containsExactly("INSERT page");
  }

  @Test
  void aDeletedInstanceIsPersistentAgainAfterRollback() {
    Page page = saved("Test Page");
    session.delete(page);
    assertThat(session.deleted()).containsExactly(page);
    session.flush();
    assertThat(lifecycle(page)).isEqualTo(Lifecycle.DELETED);
    assertThat(session.get(Page.class, 1)).isNull();
    session.rollback();

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.PERSISTENT);
    assertThat(session.get(Page.class, 1)).isSameAs(page);
    assertThat(page.getTitle()).isEqualTo("Test Page");
  }

  @Test
  void aDeletedInstanceIsDetachedAfterCommit() {
    Page page = saved("Test Page");
    session.delete(page);
    session.commit();

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.DETACHED);
    assertThat(session.contains(page)).isFalse();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> session.add(page))
        .withMessageContaining("makeTransient");
  }

  @Test
  void aDeletedInstanceMadeTransientIsInsertedAnew() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    session.delete(page);
    session.flush();
    session.makeTransient(page);
    session.add(page);
    session.commit();

    assertThat(wiki.value("SELECT title FROM page")).isEqualTo("Test Page");
  }

  @Test
  void deletingNeedsARow() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> session.delete(page("New")))
        .withMessageContaining("no row");
  }

  @Test
  void rollbackMakesNewInstancesTransientWithTheirValuesButWithoutTheirKey() {
    Page page = page("Test Page");
    session.add(page);
    session.flush();
    session.rollback();

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(page.getId()).isNull();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(session.contains(page)).isFalse();

    session.add(page);
    session.commit();
    assertThat(wiki.value("SELECT title FROM page")).isEqualTo("Test Page");
  }

  @Test
  void rollbackOfWhatWasNeverFlushedMakesItTransient() {
    Page page = page("Test Page");
    session.add(page);
    session.rollback();

    assertThat(session.newInstances()).isEmpty();
    assertThat(lifecycle(page)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(wiki.sql()).isEmpty();
  }

  @Test
  void aKeyThatTheUserGaveSurvivesRollback() {
    Page page = page("Test Page");
    page.setId(42);
    session.add(page);
    session.flush();
    session.rollback();

    assertThat(page.getId()).isEqualTo(42);
  }

  @Test
  void rollbackRevertsChangesByExpiry() {
    Page page = saved("Test Page");
    page.setTitle("Changed");
    session.flush();
    page.setContent("Changed, too");
    session.rollback();

    assertThat(session.dirty()).isEmpty();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(page.getContent()).isEqualTo("Test content");
  }

  @Test
  void addRefusesAListByName() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> session.add(List.of(page("One"))))
        .withMessageContaining("addAll");
    session.addAll(List.of(page("One"), page("Two")));
    assertThat(session.newInstances()).hasSize(2);
  }

  @Test
  void refreshReadsColumnsNow() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    wiki.engine.transaction(c -> c.execute("UPDATE page SET title = 'Changed'"));
    wiki.sql();
    session.rollback();
    session.refresh(page);

    assertThat(wiki.sql()).contains("SELECT page");
    assertThat(page.getTitle()).isEqualTo("Changed");
    assertThat(wiki.sql()).isEmpty();
  }

  @Test
  void expireDropsChanges() {
    Page page = saved("Test Page");
    page.setTitle("Changed");
    session.expire(page);

    assertThat(session.dirty()).isEmpty();
    assertThat(page.getTitle()).isEqualTo("Test Page");
  }

  @Test
  void theConnectionIsTakenWithTheFirstStatementAndGivenBackAtTheEnd() {
    session.add(page("Test Page"));
    assertThat(wiki.engine.pool().active()).isZero();
    session.flush();
    assertThat(wiki.engine.pool().active()).isEqualTo(1);
    session.commit();
    assertThat(wiki.engine.pool().active()).isZero();
    session.get(Page.class, 1);
    session.rollback();
    assertThat(wiki.engine.pool().active()).isZero();
  }

  @Test
  void aThousandPagesTakeAtMostTenStatements() {
    for (int i = 0; i < 1_000; i++) {
      session.add(page("Page " + i));
    }
    List<Object> pages = session.newInstances();
    session.flush();

    assertThat(wiki.sql()).hasSizeLessThanOrEqualTo(10);
    for (Object each : pages) {
      Page page = (Page) each;
      assertThat(wiki.sessionValue(session, "SELECT title FROM page WHERE id = ?", page.getId()))
          .isEqualTo(page.getTitle());
    }
  }

  @Test
  void anExpressionIsWrittenInTheStatementAndReadAgain() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    session.assign(page, Page_.heading, Model.PAGE.title);
    session.flush();

    assertThat(page.getHeading()).isEqualTo("Test Page");
    session.assign(page, Page_.heading, Model.PAGE.content);
    page.setHeading("A value");
    session.commit();
    assertThat(wiki.value("SELECT heading FROM page")).isEqualTo("A value");
  }

  @Test
  void aLockedGetReadsTheRowAnew() {
    database.require(Capability.ROW_LOCKS);
    Page page = saved("Test Page");
    page.setHeading("Changed");

    assertThat(session.getForUpdate(Page.class, 1)).isSameAs(page);
    assertThat(wiki.sql()).containsExactly("UPDATE page", "SELECT page");
    assertThat(page.getHeading()).isEqualTo("Changed");
    assertThat(session.getForUpdate(Page.class, 2)).isNull();
  }

  @Test
  void someAttributesAreExpiredOrRefreshed() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    session.expire(page, Page_.title);
    assertThat(isLoaded(page, "title")).isFalse();
    assertThat(isLoaded(page, "content")).isTrue();
    assertThat(page.getTitle()).isEqualTo("Test Page");

    page.setTitle("Changed");
    page.setContent("Changed");
    session.noAutoflush(() -> session.refresh(page, Page_.title, Page_.comments));
    assertThat(isLoaded(page, "comments")).isTrue();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThat(page.getContent()).isEqualTo("Changed");
  }

  @Test
  void aChangedInstanceIsHeldUntilItIsFlushedAndACleanOneIsNot() throws InterruptedException {
    saved("Test Page");
    session.expungeAll();
    session.getOne(Page.class, 1).setTitle("Changed");
    WeakReference<Object> reference = new WeakReference<>(session.dirty().get(0));
    System.gc();
    assertThat(reference.get()).isNotNull();
    session.flush();
    for (int i = 0; i < 200 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(reference.get()).isNull();
    session.commit();
    assertThat(session.getOne(Page.class, 1).getTitle()).isEqualTo("Changed");
  }

  @Test
  void aMakerCountsItsOpenSessions() {
    int before = wiki.maker.openSessions();
    Session another = wiki.open();
    assertThat(wiki.maker.openSessions()).isEqualTo(before + 1);

    another.close();
    another.close();

    assertThat(wiki.maker.openSessions()).isEqualTo(before);
  }
}
