package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.RelationshipFlushTests.comment;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tutorial's session, statement by statement: as few as SQLAlchemy sends, or fewer. */
@EachDatabase
class TutorialSessionTests {
  private final TestDatabase database;
  private final Fixture wiki;
  private final Session session;

  TutorialSessionTests(TestDatabase database) {
    this.database = database;
    this.wiki = new Fixture(database, Model.METADATA, Model.registry());
    this.session = wiki.open();
    wiki.sql();
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.close();
    wiki.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  private void sends(String... statements) {
    assertThat(wiki.sql()).containsExactly(statements);
  }

  @Test
  void theTutorialsSession() {
    Page testPage = page("Test Page");
    session.add(testPage);
    sends();
    assertThat(testPage.getId()).isNull();

    session.flush();
    sends("INSERT page");
    assertThat(testPage.getId()).isEqualTo(1);

    session.commit();
    sends("COMMIT");
    assertThat(testPage.getTitle()).isEqualTo("Test Page");
    assertThat(testPage.getContent()).isEqualTo("Test content");
    sends("SELECT page");

    session.delete(testPage);
    session.flush();
    sends("SELECT comment", "DELETE pagetag", "DELETE page");
    session.rollback();
    sends("ROLLBACK");

    List<Page> pages = session.query(Page.class).all();
    assertThat(pages).containsExactly(testPage);
    assertThat(testPage.getTitle()).isEqualTo("Test Page");
    sends("SELECT page");

    Page page = session.query(Page.class).first();
    assertThat(page).isSameAs(testPage);
    sends("SELECT page");

    Comment comment1 = comment("James");
    Comment comment2 = comment("Mike");
    testPage.getComments().add(comment1);
    testPage.getComments().add(comment2);
    sends("SELECT comment");
    assertThat(comment1.getPage()).isSameAs(testPage);
    assertThat(comment1.getPageid()).isNull();

    session.commit();
    sends("INSERT comment", "COMMIT");
    assertThat(comment1.getPageid()).isEqualTo(1);
    sends("SELECT comment");
  }
}
