package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.AliasedClass;
import io.alchemy.orm.Session;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Comment_;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The loop that anybody writes first, over a hundred pages, their comments and their tags: one statement for the comments
 * and one for the tags, however the pages were reached.
 */
@EachDatabase
class NaiveLoopTests extends WikiTests {
  private static final int PAGES = 100;
  private static final int COMMENTS = 3;

  record Busy(Page page, Long comments) {}

  NaiveLoopTests(TestDatabase database) {
    super(database);
  }

  @Override
  void write(Session s) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Tag tag = new Tag();
      tag.setName("t" + i);
      tags.add(tag);
    }
    s.addAll(tags);
    for (int i = 0; i < PAGES; i++) {
      Page page = new Page();
      page.setTitle("p" + i);
      page.setContent("content " + i);
      for (int c = 1; c <= COMMENTS; c++) {
        page.getComments().add(comment("c" + i + c, c));
      }
      page.getTags().addAll(List.of(tags.get(i % 10), tags.get((i + 3) % 10)));
      s.add(page);
    }
  }

  /** The loop, and how many statements there were since the last count. */
  private int statementsOfLoop(Iterable<Page> pages) {
    int comments = 0;
    int tags = 0;
    int words = 0;
    for (Page page : pages) {
      for (Comment comment : page.getComments()) {
        comments += requireNonNull(comment.getName()).isEmpty() ? 0 : 1;
      }
      for (Tag tag : page.getTags()) {
        tags += requireNonNull(tag.getName()).isEmpty() ? 0 : 1;
      }
      words += requireNonNull(page.getContent()).length();
    }
    assertThat(comments).isEqualTo(PAGES * COMMENTS);
    assertThat(tags).isEqualTo(PAGES * 2);
    assertThat(words).isGreaterThan(PAGES);
    return statements.take().size();
  }

  @Test
  void overAQuery() {
    assertThat(statementsOfLoop(session.query(Page.class))).isEqualTo(3);
  }

  @Test
  void overAllOfAQuery() {
    assertThat(statementsOfLoop(session.query(Page.class).orderBy(Page_.id).all()))
        .isEqualTo(3);
  }

  @Test
  void overASlice() {
    assertThat(statementsOfLoop(session.query(Page.class).orderBy(Page_.id).slice(0, PAGES)))
        .isEqualTo(3);
  }

  @Test
  void overAStream() {
    try (Stream<Page> pages = session.query(Page.class).stream()) {
      assertThat(statementsOfLoop(pages::iterator)).isEqualTo(3);
    }
  }

  @Test
  void overASelectThroughTheSession() {
    assertThat(statementsOfLoop(session.execute(select(Page.class)))).isEqualTo(3);
  }

  @Test
  void overAnAlias() {
    AliasedClass<Page> p = AliasedClass.of(Page.class);

    assertThat(statementsOfLoop(session.execute(select(p).orderBy(p.get(Page_.id)))))
        .isEqualTo(3);
  }

  @Test
  void overRowsAndProjections() {
    AliasedClass<Page> p = AliasedClass.of(Page.class);
    List<Busy> busy = session
        .execute(select(project(Busy::new, p, count(Comment_.id)))
            .leftJoin(p.get(Page_.comments))
            .groupBy(p.get(Page_.id)))
        .all();

    assertThat(statementsOfLoop(busy.stream().map(Busy::page).toList())).isEqualTo(3);
  }

  @Test
  void overTheRowsOfText() {
    assertThat(statementsOfLoop(
            session.execute(text("SELECT * FROM page ORDER BY id").returning(Page.class))))
        .isEqualTo(3);
  }

  @Test
  void overWhatAReferenceLeadsTo() {
    List<Comment> first = session
        .query(Comment.class)
        .filter(Comment_.name.like("%1"))
        .orderBy(Comment_.id)
        .all();
    statements.take();

    assertThat(statementsOfLoop(first.stream()
            .map(comment -> requireNonNull(comment.getPage()))
            .limit(PAGES)
            .toList()))
        .isEqualTo(3);
  }

  @Test
  void overWhatAnEagerReferenceLeadsTo() {
    for (var option : List.of(joinedLoad(Comment_.page), selectinLoad(Comment_.page))) {
      session.expungeAll();
      List<Comment> first = session
          .query(Comment.class)
          .options(option)
          .filter(Comment_.name.like("%1"))
          .all();
      statements.take();

      assertThat(statementsOfLoop(
              first.stream().map(comment -> requireNonNull(comment.getPage())).toList()))
          .as("%s", option)
          .isEqualTo(2);
    }
  }

  @Test
  void overPagesThatACommitExpired() {
    List<Page> pages = session.query(Page.class).all();
    assertThat(statementsOfLoop(pages)).isEqualTo(3);
    session.commit();

    assertThat(statementsOfLoop(pages)).isEqualTo(3);
  }

  @Test
  void overPagesThatWereFoundTwice() {
    List<Page> pages = session.query(Page.class).orderBy(Page_.id).all();
    assertThat(session.query(Page.class).filter(Page_.title.like("p1%")).all()).isNotEmpty();
    statements.take();

    assertThat(statementsOfLoop(pages)).isLessThanOrEqualTo(4);
  }
}
