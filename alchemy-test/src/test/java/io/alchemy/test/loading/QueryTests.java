package io.alchemy.test.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.MultipleResultsFoundException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.orm.AliasedClass;
import io.alchemy.orm.LoaderOptions;
import io.alchemy.orm.Query;
import io.alchemy.sql.Sql;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Comment_;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import io.alchemy.test.wiki.Tag_;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A SELECT and the session that runs it. */
@EachDatabase
class QueryTests extends WikiTests {
  QueryTests(TestDatabase database) {
    super(database);
  }

  private Query<Page> pages() {
    return session.query(Page.class).orderBy(Page_.id);
  }

  @Test
  void eachMethodGivesANewQuery() {
    Query<Page> all = pages();
    Query<Page> some = all.filter(Page_.title.eq("p1"));

    assertThat(all.all()).hasSize(4);
    assertThat(some.all()).hasSize(1);
  }

  @Test
  void firstIsLimitOne() {
    Page first = pages().first();

    assertThat(first).isNotNull().extracting(Page::getTitle).isEqualTo("p1");
    assertThat(statements.take()).singleElement().asString().endsWith("ORDER BY page.id LIMIT 1");
  }

  @Test
  void firstOfNothingIsNull() {
    Query<Page> none = pages().filter(Page_.title.eq("none"));

    assertThat(none.first()).isNull();
    assertThat(none.findFirst()).isEmpty();
    assertThat(none.oneOrNull()).isNull();
    assertThatThrownBy(none::one).isInstanceOf(NoResultFoundException.class);
  }

  @Test
  void oneOfSeveralIsRefused() {
    assertThatThrownBy(() -> pages().one()).isInstanceOf(MultipleResultsFoundException.class);
    assertThatThrownBy(() -> pages().oneOrNull()).isInstanceOf(MultipleResultsFoundException.class);
  }

  @Test
  void aSliceIsLimitAndOffsetAtOnce() {
    assertThat(titles(pages().slice(1, 3))).containsExactly("p2", "p3");
    assertThat(statements.take()).singleElement().asString().endsWith("LIMIT ? OFFSET ?");
  }

  @Test
  void aSliceIsOfWhatLimitAndOffsetLeave() {
    assertThat(titles(pages().offset(1).limit(2).slice(1, 4))).containsExactly("p3");
  }

  @Test
  void aSliceThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> pages().slice(3, 1)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void getAnswersFromMemory() {
    Page page = pages().first();
    statements.take();

    assertThat(session.query(Page.class).get(1)).isSameAs(page);
    assertThat(session.query(Page.class).get(1L)).isSameAs(page);
    assertThat(statements.take()).isEmpty();
    assertThat(session.query(Page.class).get(99)).isNull();
  }

  @Test
  void getTakesOptions() {
    Page page = session
        .query(Page.class)
        .options(LoaderOptions.selectinLoad(Page_.comments))
        .get(1);

    assertThat(statements.take()).hasSize(2);
    assertThat(page).isNotNull().satisfies(it -> assertThat(it.getComments()).hasSize(2));
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void getOfAFilteredQueryIsRefused() {
    assertThatThrownBy(() -> pages().filter(Page_.title.eq("p1")).get(1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("get(key) looks an instance up by its key alone");
  }

  @Test
  void countCountsRows() {
    assertThat(pages().filter(Page_.title.ne("p1")).count()).isEqualTo(3);
    assertThat(statements.take())
        .containsExactly("SELECT count(*) FROM page WHERE page.title <> ?");
  }

  @Test
  void aLinkTableIsJoinedInAChainAndInParenthesesWhereALinkMayLeadNowhere() {
    assertThat(pages().join(Page_.tags).toString())
        .contains("FROM page JOIN pagetag ON")
        .doesNotContain("(pagetag");
    assertThat(pages().leftJoin(Page_.tags).toString())
        .contains("FROM page LEFT JOIN (pagetag JOIN tag ON");
  }

  @Test
  void aLimitedQueryIsCountedAsASubquery() {
    assertThat(pages().limit(2).count()).isEqualTo(2);
    assertThat(pages().join(Page_.tags).count()).isEqualTo(8);
  }

  @Test
  void existsAsksForOneRow() {
    assertThat(pages().filter(Page_.title.eq("p1")).exists()).isTrue();
    assertThat(pages().filter(Page_.title.eq("none")).exists()).isFalse();
    assertThat(statements.take())
        .allSatisfy(
            sql -> assertThat(sql).isEqualTo("SELECT 1 FROM page WHERE page.title = ? LIMIT 1"));
  }

  @Test
  void aQueryThatIsLimitedToNoRowsHasNone() {
    assertThat(pages().limit(0).exists()).isFalse();
    assertThat(pages().limit(0).first()).isNull();
  }

  @Test
  void filterByNamesAnAttribute() {
    assertThat(titles(pages().filterBy("title", "p2").all())).containsExactly("p2");
    assertThat(pages().filterBy("heading", null).all()).isEmpty();
    Page page = pages().first();
    assertThat(session.query(Comment.class).filterBy("page", page).all()).hasSize(2);
  }

  @Test
  void filterByFindsTheAttributeOfWhatIsJoined() {
    assertThat(titles(pages().join(Page_.tags).filterBy("name", "java").all()))
        .containsExactly("p2", "p3");
  }

  @Test
  void filterByRefusesWhatNobodyOrSeveralHave() {
    assertThatThrownBy(() -> pages().filterBy("colour", "red"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("none of the query's entities [Page] has an attribute colour");
    assertThatThrownBy(() -> pages().join(Page_.tags).filterBy("id", 1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("id is an attribute of several of the query's entities, [Page, Tag]");
  }

  @Test
  void joinsFollowRelationships() {
    assertThat(
            titles(pages().join(Page_.comments).filter(Comment_.name.eq("c21")).all()))
        .containsExactly("p2");
    assertThat(
            titles(pages().leftJoin(Page_.comments).filter(Comment_.id.isNull()).all()))
        .containsExactly("p4");
  }

  @Test
  void aClassIsJoinedTwiceByAnAlias() {
    AliasedClass<Tag> other = AliasedClass.of(Tag.class);
    Query<Page> both = pages()
        .join(Page_.tags)
        .join(Page_.tags.as(other))
        .filter(Tag_.name.eq("java"), other.get(Tag_.name).eq("sql"));

    assertThat(titles(both.all())).containsExactly("p3");
  }

  @Test
  void aJoinTakesACriterionInItsOn() {
    List<Page> pages = pages()
        .leftJoin(Page_.comments.and(Comment_.name.like("%1")))
        .filter(Comment_.id.isNull())
        .all();

    assertThat(titles(pages)).containsExactly("p4");
  }

  @Test
  void columnsAloneAreSelected() {
    assertThat(session.query(Page_.title).orderBy(Page_.title.desc()).all())
        .containsExactly("p4", "p3", "p2", "p1");
    assertThat(session
            .query(Page_.title, Sql.count(Comment_.id))
            .leftJoin(Page_.comments)
            .select())
        .isNotNull();
  }

  @Test
  void iterationBuffersSoThatTheLoopMayUseTheSession() {
    List<String> seen = new ArrayList<>();
    for (Page page : pages()) {
      seen.add(page.getTitle() + session.query(Comment.class).count());
    }

    assertThat(seen).containsExactly("p16", "p26", "p36", "p46");
  }

  @Test
  void toStringIsTheSqlThatWouldBeSent() {
    assertThat(pages().filter(Page_.title.eq("x")).limit(3))
        .hasToString("SELECT page.id, page.content, page.posted, page.title, page.heading FROM page"
            + " WHERE page.title = ? ORDER BY page.id LIMIT ?");
    assertThat(statements.take()).isEmpty();
  }
}
