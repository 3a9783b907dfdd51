package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.DetachedInstanceException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances without their session: what stays readable, and where they may go. */
@EachDatabase
class DetachedInstanceTests {
  private final TestDatabase database;
  private final Fixture wiki;
  private final Session session;

  DetachedInstanceTests(TestDatabase database) {
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

  private Page saved(String title) {
    Page page = page(title);
    session.add(page);
    session.commit();
    wiki.sql();
    return page;
  }

  @Test
  void loadedValuesStayReadableWhenTheSessionCloses() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    session.close();

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.DETACHED);
    assertThat(page.getTitle()).isEqualTo("Test Page");
    assertThatExceptionOfType(DetachedInstanceException.class)
        .isThrownBy(page::getComments)
        .withMessageContaining("comments");
  }

  @Test
  void anExpiredAttributeOfADetachedInstanceRaises() {
    Page page = saved("Test Page");
    session.close();

    assertThatExceptionOfType(DetachedInstanceException.class).isThrownBy(page::getTitle);
  }

  @Test
  void closingRollsBackAndCutsNewInstances() {
    Page page = page("Test Page");
    session.add(page);
    session.flush();
    session.close();

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.TRANSIENT);
    assertThat(page.getId()).isNull();
    assertThat(wiki.value("SELECT count(*) FROM page")).asString().isEqualTo("0");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> session.add(page))
        .withMessageContaining("closed");
  }

  @Test
  void aDetachedInstanceIsPersistentAgainWhereItIsAdded() {
    Page page = saved("Test Page");
    assertThat(page.getTitle()).isEqualTo("Test Page");
    session.expunge(page);
    page.setTitle("Changed while detached");
    session.add(page);

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.PERSISTENT);
    session.commit();
    assertThat(wiki.value("SELECT title FROM page")).isEqualTo("Changed while detached");
  }

  @Test
  void anInstanceBelongsToOneSession() {
    Page page = saved("Test Page");
    try (Session other = wiki.open()) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> other.add(page))
          .withMessageContaining("another session");
    }
  }

  @Test
  void aSessionKnowsARowByOneInstance() {
    Page page = saved("Test Page");
    Page stranger;
    try (Session other = wiki.open()) {
      stranger = Objects.requireNonNull(other.get(Page.class, 1));
    }
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> session.add(stranger))
        .withMessageContaining("merge");
    assertThat(session.contains(page)).isTrue();
  }

  @Test
  void expungeLetsGo() {
    Page page = page("Test Page");
    session.add(page);
    session.expunge(page);

    assertThat(lifecycle(page)).isEqualTo(Lifecycle.TRANSIENT);
    session.flush();
    assertThat(wiki.sql()).isEmpty();
  }

  @Test
  void aDetachedInstanceKeepsNoSessionAlive() throws InterruptedException {
    Session other = wiki.open();
    Page page = page("Test Page");
    other.add(page);
    other.commit();
    assertThat(page.getTitle()).isEqualTo("Test Page");
    WeakReference<Session> reference = new WeakReference<>(other);
    other.close();
    other = null;
    for (int i = 0; i < 200 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(reference.get()).isNull();
    assertThat(page.getTitle()).isEqualTo("Test Page");
  }
}
