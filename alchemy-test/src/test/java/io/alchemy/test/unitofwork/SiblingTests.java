package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.RelationshipFlushTests.comment;
import static io.alchemy.test.unitofwork.SessionTests.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.LoaderOptions;
import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that no query gave together load together all the same: what a flush inserted, and what a commit expired. */
@EachDatabase
class SiblingTests {
  private final TestDatabase database;
  private final Fixture wiki;
  private final Session session;

  SiblingTests(TestDatabase database) {
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

  private List<Page> added(int count) {
    List<Page> pages = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Page page = page("Page " + i);
      page.getComments().add(comment("Comment " + i));
      pages.add(page);
    }
    session.addAll(pages);
    return pages;
  }

  private List<Page> committed(int count) {
    List<Page> pages = added(count);
    session.commit();
    wiki.sql();
    return pages;
  }

  @Test
  void whatACommitExpiredIsReadAgainByOneStatement() {
    List<Page> pages = committed(3);

    assertThat(pages).extracting(Page::getTitle).containsExactly("Page 1", "Page 2", "Page 3");
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void theNaiveLoopOverWhatWasAddedIsOneStatementForEachClass() {
    List<Page> pages = committed(3);

    for (Page page : pages) {
      assertThat(page.getTitle()).isNotNull();
      assertThat(page.getComments())
          .singleElement()
          .extracting(Comment::getPage)
          .isSameAs(page);
    }
    assertThat(wiki.sql()).containsExactly("SELECT page", "SELECT comment");
  }

  @Test
  void whatAFlushInsertedAndTheUserExpiredIsReadTogether() {
    List<Page> pages = added(3);
    session.flush();
    pages.forEach(session::expire);
    wiki.sql();

    assertThat(pages).extracting(Page::getTitle).containsExactly("Page 1", "Page 2", "Page 3");
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void aThousandAreReadInGroupsOfFiveHundred() {
    List<Page> pages = committed(1_000);

    assertThat(pages).extracting(Page::getTitle).doesNotContainNull();
    assertThat(wiki.sql()).containsExactly("SELECT page", "SELECT page");
  }

  @Test
  void instancesGotOneByOneAreSiblingsAfterACommit() {
    List<Integer> ids = committed(3).stream().map(Page::getId).toList();
    session.expungeAll();
    List<Page> pages = ids.stream().map(id -> session.getOne(Page.class, id)).toList();
    session.commit();
    wiki.sql();

    assertThat(pages).extracting(Page::getTitle).containsExactly("Page 1", "Page 2", "Page 3");
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void getReadsTheSiblingsOfAnExpiredInstanceToo() {
    List<Integer> ids = committed(3).stream().map(Page::getId).toList();
    session.commit();
    wiki.sql();

    assertThat(ids).allSatisfy(id -> assertThat(session.find(Page.class, id)).isPresent());
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void getKeepsWhatWasChangedBesideWhatExpired() {
    Page page = committed(1).get(0);
    page.setTitle("changed");
    session.expire(page, Page_.content);

    assertThat(session.get(Page.class, 1)).isSameAs(page);
    assertThat(page.getTitle()).isEqualTo("changed");
    session.commit();
    assertThat(wiki.value("SELECT title FROM page")).isEqualTo("changed");
  }

  @Test
  void aRollbackMakesSiblingsToo() {
    List<Page> pages = committed(3);
    pages.forEach(page -> page.setTitle("changed"));
    session.rollback();
    wiki.sql();

    assertThat(pages).extracting(Page::getTitle).containsExactly("Page 1", "Page 2", "Page 3");
    assertThat(wiki.sql()).containsExactly("SELECT page");
  }

  @Test
  void changedSiblingsAreLeftAlone() {
    List<Page> pages = committed(3);
    pages.get(2).setTitle("changed");

    assertThat(pages.get(0).getTitle()).isEqualTo("Page 1");
    assertThat(Fixture.isLoaded(pages.get(1), "title")).isTrue();
    assertThat(Fixture.isLoaded(pages.get(2), "content")).isFalse();
    assertThat(pages.get(2).getTitle()).isEqualTo("changed");
  }

  @Test
  void whatAQuerysOptionsSayOutlivesACommit() {
    committed(2);
    session.expungeAll();
    List<Page> pages = session
        .query(Page.class)
        .options(LoaderOptions.noLoad(Page_.comments))
        .orderBy(Page_.id)
        .all();
    session.commit();

    assertThat(pages).extracting(Page::getComments).isEqualTo(Collections.nCopies(2, List.of()));
  }

  @Test
  void aReferenceThatWasNeverSetFollowsTheForeignKeyThatWas() {
    Page page = committed(1).get(0);
    Comment comment = comment("by value");
    comment.setPageid(page.getId());
    session.add(comment);
    session.flush();

    assertThat(comment.getPage()).isSameAs(page);
  }
}
