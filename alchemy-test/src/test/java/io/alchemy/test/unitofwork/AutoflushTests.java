package io.alchemy.test.unitofwork;

import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.text;
import static io.alchemy.test.unitofwork.RelationshipFlushTests.comment;
import static io.alchemy.test.unitofwork.RelationshipFlushTests.tag;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.FlushMode;
import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A query flushes first what could change its answer, and only that. */
@EachDatabase
class AutoflushTests {
  private final TestDatabase database;
  private final Fixture wiki;
  private final Session session;

  AutoflushTests(TestDatabase database) {
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

  @Test
  void aQueryFindsWhatWasJustAddedAsTheSameInstance() {
    Page page = page("Test Page");
    session.add(page);

    assertThat(session.query(Page.class).filter(Page_.title.eq("Test Page")).one())
        .isSameAs(page);
    assertThat(wiki.sql()).containsExactly("INSERT page", "SELECT page");
  }

  @Test
  void aQueryOverAnotherTableDoesNotFlush() {
    session.add(page("Test Page"));
    assertThat(session.query(Tag.class).all()).isEmpty();

    assertThat(wiki.sql()).containsExactly("SELECT tag");
    assertThat(session.newInstances()).hasSize(1);
  }

  @Test
  void aRelationshipThatChangedReachesItsTables() {
    Page page = page("Test Page");
    Tag java = tag("java");
    session.add(page);
    session.add(java);
    session.commit();
    page.getTags().add(java);
    wiki.sql();
    session.execute(select(count()).from(Model.PAGETAG)).one();

    assertThat(wiki.sql()).containsExactly("INSERT pagetag", "SELECT pagetag");
  }

  @Test
  void aDeletionReachesWhatRefersToItsRow() {
    Page page = page("Test Page");
    session.add(page);
    session.commit();
    session.delete(page);
    wiki.sql();
    session.execute(select(count()).from(Model.COMMENT)).one();

    assertThat(wiki.sql()).contains("DELETE page").endsWith("SELECT comment");
  }

  @Test
  void rawTextAlwaysFlushes() {
    session.add(page("Test Page"));
    assertThat(session.execute(text("SELECT count(*) FROM page")).scalar())
        .asString()
        .isEqualTo("1");
  }

  @Test
  void nothingFlushesByItselfWithoutAutoflush() {
    session.add(page("Test Page"));
    session.noAutoflush(() -> assertThat(session.query(Page.class).all()).isEmpty());
    assertThat(session.<Integer>noAutoflushResult(
            () -> session.query(Page.class).all().size()))
        .isZero();

    assertThat(session.flushMode()).isEqualTo(FlushMode.AUTO);
    assertThat(session.query(Page.class).all()).hasSize(1);
  }

  @Test
  void aMakerMayTurnItOff() {
    try (Fixture off =
            new Fixture(database, Model.METADATA, Model.registry(), b -> b.autoflush(false));
        Session quiet = off.open()) {
      quiet.add(page("Test Page"));
      assertThat(quiet.query(Page.class).all()).isEmpty();
      quiet.commit();
      assertThat(quiet.query(Page.class).all()).hasSize(1);
    }
  }

  @Test
  void aManualSessionDoesNotEvenFlushAtCommitButWarns() {
    Page page = page("Test Page");
    session.flushMode(FlushMode.MANUAL);
    session.add(page);
    try (Warnings warnings = new Warnings()) {
      session.commit();
      assertThat(warnings.all()).anyMatch(warning -> warning.contains("new Page"));
    }
    assertThat(wiki.value("SELECT count(*) FROM page")).asString().isEqualTo("0");
    session.flush();
    session.commit();
    assertThat(wiki.value("SELECT count(*) FROM page")).asString().isEqualTo("1");
  }

  @Test
  void aLazyLoadFlushesFirst() {
    Page page = page("Test Page");
    session.add(page);
    session.commit();
    session.add(comment("stranger"));
    page.setTitle("Changed");
    wiki.sql();
    session.noAutoflush(() -> assertThat(page.getComments()).isEmpty());

    assertThat(wiki.sql()).containsExactly("SELECT comment");
    assertThat(session.dirty()).containsExactly(page);
  }
}
