package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.defer;
import static io.alchemy.orm.LoaderOptions.lazyLoad;
import static io.alchemy.orm.LoaderOptions.raiseLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static io.alchemy.sql.Sql.select;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.DetachedInstanceException;
import io.alchemy.error.LazyLoadException;
import io.alchemy.orm.AliasedClass;
import io.alchemy.orm.LoaderOption;
import io.alchemy.orm.Session;
import io.alchemy.sql.Row;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Comment_;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For whom a lazy load or a reload loads, and what it leaves alone: each rule by itself. */
@EachDatabase
class SiblingRuleTests extends WikiTests {
  SiblingRuleTests(TestDatabase database) {
    super(database);
  }

  private List<Page> pages(LoaderOption<?>... options) {
    List<Page> pages =
        session.query(Page.class).options(options).orderBy(Page_.id).all();
    statements.take();
    return pages;
  }

  private List<Comment> comments() {
    List<Comment> comments = session.query(Comment.class).orderBy(Comment_.id).all();
    statements.take();
    return comments;
  }

  private int statementsOf(Runnable work) {
    statements.take();
    work.run();
    return statements.take().size();
  }

  private static int touch(List<Page> pages) {
    return pages.stream().mapToInt(page -> page.getComments().size()).sum();
  }

  private static Integer id(Page page) {
    return requireNonNull(page.getId());
  }

  // ---- groups

  @Test
  void aGroupHasFiveHundredInstances() {
    database
        .engine()
        .transaction(c -> c.execute(
            "INSERT INTO page (title, content) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1097)"
                + " SELECT 'more', 'c' FROM n"));
    List<Page> pages = pages();
    assertThat(pages).hasSize(1_101);

    assertThat(statementsOf(() -> touch(pages.subList(0, 500)))).isEqualTo(1);
    assertThat(statementsOf(() -> touch(pages.subList(500, 1_000)))).isEqualTo(1);
    assertThat(statementsOf(() -> touch(pages.subList(1_000, 1_101)))).isEqualTo(1);
  }

  @Test
  void oneInstanceThatIsKeptKeepsNoSibling() throws InterruptedException {
    List<Page> pages = new ArrayList<>(pages());
    Page kept = pages.get(0);
    WeakReference<Page> other = new WeakReference<>(pages.get(1));
    pages.clear();

    for (int i = 0; i < 50 && other.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(other.get()).isNull();
    assertThat(kept.getComments()).hasSize(2);
  }

  @Test
  void eachPlaceInAResultIsAGroupOfItsOwn() {
    AliasedClass<Page> one = AliasedClass.of(Page.class);
    AliasedClass<Page> other = AliasedClass.of(Page.class);
    List<Row> rows = session
        .execute(select(one, other)
            .from(one.crossJoin(other))
            .where(one.get(Page_.title).eq("p1"), other.get(Page_.title).ne("p1"))
            .orderBy(other.get(Page_.id)))
        .all();
    Page first = rows.get(0).get(0, Page.class);

    assertThat(statementsOf(() -> touch(List.of(requireNonNull(first))))).isEqualTo(1);
    assertThat(statementsOf(() -> touch(
            rows.stream().map(row -> requireNonNull(row.get(1, Page.class))).toList())))
        .isEqualTo(1);
  }

  @Test
  void anInstanceBelongsToTheNewestResultThatItWasIn() {
    List<Page> pages = pages();
    List<Page> again = session
        .query(Page.class)
        .filter(Page_.title.in("p1", "p2"))
        .orderBy(Page_.id)
        .all();
    assertThat(again.get(0)).isSameAs(pages.get(0));

    assertThat(statementsOf(() -> touch(pages.subList(0, 2)))).isEqualTo(1);
    assertThat(statementsOf(() -> touch(pages.subList(2, 4)))).isEqualTo(1);
  }

  @Test
  void anInstanceFoundByItsKeyLoadsByItself() {
    Page one = session.getOne(Page.class, 1);
    Page two = session.getOne(Page.class, 2);

    assertThat(statementsOf(() -> touch(List.of(one)))).isEqualTo(1);
    assertThat(statementsOf(() -> touch(List.of(two)))).isEqualTo(1);
  }

  // ---- who of a group takes part

  @Test
  void whoHasLeftTheSessionIsLeftOut() {
    List<Page> pages = pages();
    session.expunge(pages.get(1));

    touch(pages.subList(0, 1));
    assertThatThrownBy(() -> pages.get(1).getComments())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Page.comments")
        .hasMessageContaining("selectinLoad(Page_.comments)");
  }

  @Test
  void whoBelongsToAnotherSessionNowIsLeftOut() {
    List<Page> pages = pages();
    session.expunge(pages.get(1));
    try (Session other = maker.open()) {
      other.add(pages.get(1));

      touch(pages.subList(0, 1));
      assertThat(statementsOf(() -> touch(pages.subList(1, 2)))).isEqualTo(1);
      assertThat(other.contains(pages.get(1).getComments().get(0))).isTrue();
      assertThat(session.contains(pages.get(1).getComments().get(0))).isFalse();
    }
  }

  @Test
  void whoWasDeletedIsLeftOut() {
    List<Page> pages = pages();
    Page last = pages.get(3);
    session.delete(last);
    session.flush();

    assertThat(statementsOf(() -> touch(pages.subList(0, 3)))).isEqualTo(1);
  }

  @Test
  void whoHasTheAttributeKeepsWhatItHas() {
    Page known = session.getOne(Page.class, 1);
    Comment taken = known.getComments().remove(0);
    List<Page> pages = session.noAutoflushResult(this::pages);

    session.noAutoflush(() -> {
      assertThat(touch(pages)).isEqualTo(5);
      assertThat(known.getComments()).hasSize(1).doesNotContain(taken);
    });
  }

  @Test
  void whoWasLoadedByOtherOptionsIsLeftOut() {
    List<Page> some = session
        .query(Page.class)
        .options(lazyLoad(Page_.comments).and(Comment_.name.like("%1")))
        .filter(Page_.title.in("p1", "p2"))
        .orderBy(Page_.id)
        .all();
    List<Page> others = session
        .query(Page.class)
        .filter(Page_.title.in("p3", "p4"))
        .orderBy(Page_.id)
        .all();

    assertThat(statementsOf(() -> assertThat(touch(others)).isEqualTo(2))).isEqualTo(1);
    assertThat(statementsOf(() -> assertThat(touch(some)).isEqualTo(2))).isEqualTo(1);
  }

  @Test
  void optionsGoOnBelowAPathHoweverItLoads() {
    List<Comment> comments = session
        .query(Comment.class)
        .options(lazyLoad(Comment_.page).raiseLoad(Page_.tags))
        .all();
    Page page = requireNonNull(comments.get(0).getPage());

    assertThatThrownBy(page::getTags).isInstanceOf(LazyLoadException.class);
  }

  // ---- the flush before

  @Test
  void whatIsPendingIsFlushedFirst() {
    Page page = pages().get(3);
    Comment late = comment("late", 1);
    late.setPageid(id(page));
    session.add(late);

    assertThat(page.getComments()).containsExactly(late);
    assertThat(statements.take()).first().asString().contains("INSERT INTO comment");
  }

  @Test
  void nothingIsFlushedThatTheLoadCannotReach() {
    Page page = pages().get(0);
    io.alchemy.test.wiki.Tag tag = new io.alchemy.test.wiki.Tag();
    tag.setName("new");
    session.add(tag);

    assertThat(statementsOf(() -> touch(List.of(page)))).isEqualTo(1);
    assertThat(session.newInstances()).containsExactly(tag);
  }

  @Test
  void aReferenceThatNeedsNoStatementFlushesNothing() {
    List<Page> pages = pages();
    List<Comment> comments = comments();
    pages.get(0).setTitle("changed");

    assertThat(statementsOf(() -> assertThat(comments.get(0).getPage()).isSameAs(pages.get(0))))
        .isZero();
  }

  // ---- what is merged in

  @Test
  void pendingAdditionsAndRemovalsAreMergedInForSiblingsToo() {
    List<Page> pages = pages();
    List<Comment> comments = comments();
    session.noAutoflush(() -> {
      Comment first = comments.get(0);
      first.setPage(pages.get(3));
      Comment fresh = comment("fresh", 3);
      fresh.setPage(pages.get(1));
      touch(pages.subList(2, 3));

      assertThat(pages.get(0).getComments()).hasSize(1).doesNotContain(first);
      assertThat(pages.get(1).getComments()).hasSize(3).contains(fresh);
      assertThat(pages.get(3).getComments()).containsExactly(first);
      assertThat(statements.take()).hasSize(1);
    });
  }

  @Test
  void aBackrefThatIsSetLoadsNeitherSide() {
    List<Page> pages = pages();
    List<Comment> comments = comments();

    assertThat(statementsOf(() -> session.noAutoflush(() -> {
          comments.get(0).setPage(pages.get(3));
          pages.get(2).getTags();
        })))
        .isEqualTo(1);
  }

  // ---- references

  @Test
  void aReferenceGoesByTheForeignKeyAsItIsNow() {
    List<Page> pages = pages();
    Comment comment = comments().get(0);
    session.noAutoflush(() -> {
      comment.setPageid(id(pages.get(2)));

      assertThat(comment.getPage()).isSameAs(pages.get(2));
    });
  }

  @Test
  void onlyReferencesThatTheSessionLacksAreAskedFor() {
    Page first = session.getOne(Page.class, 1);
    List<Comment> comments = comments();

    assertThat(comments.get(0).getPage()).isSameAs(first);
    assertThat(statements.take()).isEmpty();
    assertThat(comments.get(5).getPage()).isNotNull();
    assertThat(statements.parameters()).doesNotContain("1").contains("2").contains("3");
  }

  @Test
  void aForeignKeyOfNullNeedsNoStatement() {
    Comment comment = comment("nobody's", 1);
    session.add(comment);
    session.noAutoflush(() -> {
      assertThat(statementsOf(() -> assertThat(comment.getPage()).isNull())).isZero();
    });
  }

  // ---- reloads

  @Test
  void onlyColumnsThatWereLoadedAreReloaded() {
    List<Page> pages = pages(defer(Page_.content, Page_.posted));
    session.commit();
    statements.take();

    assertThat(titles(pages)).containsExactly("p1", "p2", "p3", "p4");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .startsWith("SELECT page.id, page.title, page.heading FROM page" + byKeys("page.id"));
  }

  @Test
  void aReloadLeavesOutWhoWasChanged() {
    List<Page> pages = pages();
    session.commit();
    pages.get(1).setTitle("mine");
    statements.take();

    assertThat(pages.get(0).getTitle()).isEqualTo("p1");
    assertThat(statements.parameters()).contains("1").contains("3").doesNotContain("2");
    assertThat(statementsOf(() -> assertThat(pages.get(1).getContent()).isEqualTo("content 2")))
        .isEqualTo(1);
    assertThat(pages.get(1).getTitle()).isEqualTo("mine");
  }

  @Test
  void aReloadLeavesOutWhoseAttributeIsThere() {
    List<Page> pages = pages();
    session.expire(pages.get(0));
    session.expire(pages.get(2));
    statements.take();

    assertThat(pages.get(0).getTitle()).isEqualTo("p1");
    assertThat(statements.parameters()).contains("1").contains("3").doesNotContain("2");
    assertThat(statementsOf(() -> assertThat(titles(pages)).contains("p3"))).isZero();
  }

  @Test
  void whatIsReloadedIsWhatOthersWroteMeanwhile() {
    List<Page> pages = pages();
    session.commit();
    maker.transaction(s -> s.getOne(Page.class, 3).setTitle("theirs"));

    assertThat(titles(pages)).containsExactly("p1", "p2", "theirs", "p4");
  }

  @Test
  void anEagerLoadServesAllButWhoHasItAlready() {
    Page known = session.getOne(Page.class, 1);
    touch(List.of(known));
    pages();

    assertThat(session.query(Page.class).options(selectinLoad(Page_.comments)).all())
        .hasSize(4);
    assertThat(statements.parameters()).doesNotContain("1").contains("2");
  }

  @Test
  void raiseLoadAnswersFromMemoryWhatIsThere() {
    Page known = session.getOne(Page.class, 1);
    touch(List.of(known));
    Page again = pages(raiseLoad(Page_.comments)).get(0);

    assertThat(again).isSameAs(known);
    assertThat(again.getComments()).hasSize(2);
  }
}
