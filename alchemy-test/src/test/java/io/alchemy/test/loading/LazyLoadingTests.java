package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.lazyLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ObjectDeletedException;
import io.alchemy.orm.LoaderOption;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Comment_;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What loads when it is first read. */
@EachDatabase
class LazyLoadingTests extends WikiTests {
  LazyLoadingTests(TestDatabase database) {
    super(database);
  }

  private List<Page> pages() {
    return session.query(Page.class).orderBy(Page_.id).all();
  }

  @Test
  void theNaiveLoopTakesThreeStatements() {
    int comments = 0;
    int tags = 0;
    for (Page page : session.query(Page.class)) {
      comments += page.getComments().size();
      tags += page.getTags().size();
    }

    assertThat(comments).isEqualTo(6);
    assertThat(tags).isEqualTo(8);
    assertThat(statements.take()).hasSize(3);
  }

  @Test
  void aCollectionLoadsForAllSiblingsInItsOrder() {
    List<Page> pages = pages();
    statements.take();

    assertThat(names(pages.get(0).getComments())).containsExactly("c12", "c11");
    assertThat(names(pages.get(1).getComments())).containsExactly("c22", "c21");
    assertThat(pages.get(3).getComments()).isEmpty();
    assertThat(statements.take())
        .singleElement()
        .asString()
        .startsWith(
            "SELECT comment.id, comment.pageid, comment.content, comment.name, comment.email,"
                + " comment.created FROM comment" + byKeys("comment.pageid"))
        .endsWith("ORDER BY comment.pageid, comment.created");
  }

  @Test
  void manyToManyLoadsThroughTheLinkTableForAllSiblings() {
    List<Page> pages = pages();
    statements.take();

    assertThat(pages.get(0).getTags())
        .extracting(Tag::getName)
        .containsExactlyInAnyOrder("sql", "orm");
    assertThat(pages.get(2).getTags())
        .extracting(Tag::getName)
        .containsExactlyInAnyOrder("java", "sql");
    assertThat(statements.take()).singleElement().asString().contains("FROM tag JOIN pagetag ON");
  }

  @Test
  void aLinkThatIsThereTwiceGivesItsMemberOnce() {
    maker.transaction(s -> {
      Page first = s.getOne(Page.class, 1);
      for (int i = 0; i < 20; i++) {
        Tag tag = new Tag();
        tag.setName("more " + i);
        first.getTags().add(tag);
      }
    });
    database
        .engine()
        .transaction(
            c -> c.execute(
                "INSERT INTO pagetag (pageid, tagid) SELECT pageid, tagid FROM pagetag ORDER BY id DESC"));

    for (LoaderOption<Tag> option :
        List.of(lazyLoad(Page_.tags), selectinLoad(Page_.tags), joinedLoad(Page_.tags))) {
      session.expungeAll();
      List<Page> pages =
          session.query(Page.class).options(option).orderBy(Page_.id).all();

      assertThat(pages).hasSize(4);
      assertThat(pages.get(0).getTags()).as("%s", option).hasSize(22).doesNotHaveDuplicates();
      assertThat(pages.get(1).getTags()).as("%s", option).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void aReferenceToWhatIsInMemoryNeedsNoStatement() {
    List<Page> pages = pages();
    List<Comment> comments = session.query(Comment.class).all();
    statements.take();

    assertThat(comments).allSatisfy(comment -> assertThat(pages).contains(comment.getPage()));
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void referencesLoadForAllSiblingsAtOnce() {
    List<Comment> comments = session.query(Comment.class).orderBy(Comment_.id).all();
    statements.take();

    assertThat(comments)
        .extracting(comment -> requireNonNull(comment.getPage()).getTitle())
        .containsExactly("p1", "p1", "p2", "p2", "p3", "p3");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .startsWith("SELECT page.id, page.content, page.posted, page.title, page.heading FROM page"
            + byKeys("page.id"));
  }

  @Test
  void membersKnowTheirOwnerWithoutAStatement() {
    Page page = pages().get(0);
    Comment comment = page.getComments().get(0);
    statements.take();

    assertThat(comment.getPage()).isSameAs(page);
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void whatWasAddedBeforeACollectionLoadedIsMergedIn() {
    Page page = pages().get(0);
    Comment waiting = comment("new", 5);
    session.noAutoflush(() -> {
      waiting.setPage(page);

      assertThat(page.getComments()).hasSize(3).contains(waiting);
    });
    assertThat(session.contains(waiting)).isFalse();
  }

  @Test
  void whatExpiredReloadsForAllSiblingsAtOnce() {
    List<Page> pages = pages();
    session.commit();
    statements.take();

    assertThat(titles(pages)).containsExactly("p1", "p2", "p3", "p4");
    assertThat(pages.get(2).getContent()).isEqualTo("content 3");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .startsWith("SELECT page.id, page.content, page.posted, page.title, page.heading FROM page"
            + byKeys("page.id"));
  }

  @Test
  void aReloadDoesNotTouchWhatWasChanged() {
    List<Page> pages = pages();
    session.commit();
    pages.get(1).setTitle("changed");

    assertThat(pages.get(0).getTitle()).isEqualTo("p1");
    assertThat(pages.get(1).getTitle()).isEqualTo("changed");
    assertThat(pages.get(1).getContent()).isEqualTo("content 2");
    assertThat(session.isModified(pages.get(1))).isTrue();
  }

  @Test
  void touchingAnInstanceWhoseRowIsGoneSaysSo() {
    List<Page> pages = pages();
    session.commit();
    database
        .engine()
        .transaction(c -> c.execute("DELETE FROM pagetag WHERE pageid = ?", pages.size()));
    database.engine().transaction(c -> c.execute("DELETE FROM page WHERE title = ?", "p4"));

    assertThat(pages.get(0).getTitle()).isEqualTo("p1");
    assertThatThrownBy(() -> pages.get(3).getTitle())
        .isInstanceOf(ObjectDeletedException.class)
        .hasMessageContaining("Page 4 has no row any more");
  }

  @Test
  void aQueryReturnsTheInstanceThatTheSessionHas() {
    Page page = pages().get(0);

    assertThat(session.query(Page.class).filter(Page_.title.eq("p1")).one()).isSameAs(page);
  }

  @Test
  void aQueryDoesNotOverwriteWhatWasChanged() {
    Page page = pages().get(0);
    session.noAutoflush(() -> {
      page.setTitle("mine");
      assertThat(pages().get(0).getTitle()).isEqualTo("mine");
    });
  }

  @Test
  void aQueryFlushesFirstWhatItCouldMiss() {
    Page page = pages().get(0);
    page.setTitle("zzz");
    statements.take();

    assertThat(session.query(Page.class).filter(Page_.title.eq("zzz")).all()).containsExactly(page);
    assertThat(statements.take()).first().asString().startsWith("UPDATE page SET title");
  }
}
