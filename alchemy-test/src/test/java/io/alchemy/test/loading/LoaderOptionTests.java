package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.containsEager;
import static io.alchemy.orm.LoaderOptions.defer;
import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.lazyLoad;
import static io.alchemy.orm.LoaderOptions.loadOnly;
import static io.alchemy.orm.LoaderOptions.noLoad;
import static io.alchemy.orm.LoaderOptions.raiseLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static io.alchemy.orm.LoaderOptions.subqueryLoad;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.select;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.LazyLoadException;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Comment;
import io.alchemy.test.wiki.Comment_;
import io.alchemy.test.wiki.Model;
import io.alchemy.test.wiki.Page;
import io.alchemy.test.wiki.Page_;
import io.alchemy.test.wiki.Tag;
import io.alchemy.test.wiki.Tag_;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a query says that relationships and columns load. */
@EachDatabase
class LoaderOptionTests extends WikiTests {
  LoaderOptionTests(TestDatabase database) {
    super(database);
  }

  private int commentsOf(List<Page> pages) {
    return pages.stream().mapToInt(page -> page.getComments().size()).sum();
  }

  @Test
  void selectinLoadTakesOneMoreStatement() {
    List<Page> pages =
        session.query(Page.class).options(selectinLoad(Page_.comments)).all();

    assertThat(statements.take()).hasSize(2);
    assertThat(commentsOf(pages)).isEqualTo(6);
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void subqueryLoadIsTheSame() {
    List<Page> pages =
        session.query(Page.class).options(subqueryLoad(Page_.comments)).all();

    assertThat(statements.take()).hasSize(2);
    assertThat(commentsOf(pages)).isEqualTo(6);
  }

  @Test
  void joinedLoadTakesOneStatementAndRepeatsNobody() {
    List<Page> pages = session
        .query(Page.class)
        .options(joinedLoad(Page_.comments))
        .orderBy(Page_.id)
        .all();

    assertThat(titles(pages)).containsExactly("p1", "p2", "p3", "p4");
    assertThat(names(pages.get(0).getComments())).containsExactly("c12", "c11");
    assertThat(pages.get(3).getComments()).isEmpty();
    assertThat(statements.take())
        .singleElement()
        .asString()
        .contains("FROM page LEFT JOIN comment AS comment_1 ON comment_1.pageid = page.id")
        .endsWith("ORDER BY page.id, comment_1.created");
  }

  @Test
  void aLimitedStatementBecomesASubqueryToWhichACollectionIsJoined() {
    List<Page> pages = session
        .query(Page.class)
        .options(joinedLoad(Page_.comments))
        .orderBy(Page_.title.desc())
        .limit(2)
        .offset(1)
        .all();

    assertThat(titles(pages)).containsExactly("p3", "p2");
    assertThat(names(pages.get(0).getComments())).containsExactly("c32", "c31");
    assertThat(statements.take()).singleElement().asString().contains("FROM (SELECT");
  }

  @Test
  void aReferenceIsJoinedWithoutASubquery() {
    List<Comment> comments = session
        .query(Comment.class)
        .options(joinedLoad(Comment_.page))
        .orderBy(Comment_.id)
        .limit(3)
        .all();

    assertThat(comments)
        .extracting(comment -> requireNonNull(comment.getPage()).getTitle())
        .containsExactly("p1", "p1", "p2");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .contains("LEFT JOIN page AS page_1")
        .doesNotContain("(SELECT");
  }

  @Test
  void conditionsOfTheUserCannotHitAJoinedAlias() {
    List<Page> pages = session
        .execute(select(Page.class)
            .join(Page_.comments)
            .where(Comment_.name.eq("c11"))
            .options(joinedLoad(Page_.comments)))
        .all();

    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).getComments()).hasSize(2);
  }

  @Test
  void manyToManyIsJoinedThroughItsLinkTable() {
    List<Page> pages = session
        .query(Page.class)
        .options(joinedLoad(Page_.tags))
        .orderBy(Page_.id)
        .all();

    assertThat(pages).hasSize(4);
    assertThat(pages.get(0).getTags())
        .extracting(Tag::getName)
        .containsExactlyInAnyOrder("sql", "orm");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .contains(
            "LEFT JOIN pagetag AS pagetag_1 ON pagetag_1.pageid = page.id LEFT JOIN tag AS tag_1 ON");
  }

  @Test
  void aLinkedCollectionIsJoinedToALimitedStatementToo() {
    List<Page> pages = session
        .query(Page.class)
        .options(joinedLoad(Page_.tags))
        .orderBy(Page_.id)
        .limit(2)
        .all();

    assertThat(titles(pages)).containsExactly("p1", "p2");
    assertThat(pages.get(0).getTags())
        .extracting(Tag::getName)
        .containsExactlyInAnyOrder("sql", "orm");
    assertThat(statements.take()).singleElement().asString().contains("FROM (SELECT");
  }

  @Test
  void aLinkThatLeadsNowhereHasNoMember() {
    session.execute(insert(Model.PAGETAG).set(Model.PAGETAG.pageid, 1));

    Page page = session
        .query(Page.class)
        .options(joinedLoad(Page_.tags))
        .filter(Page_.id.eq(1))
        .one();

    assertThat(page.getTags()).extracting(Tag::getName).containsExactlyInAnyOrder("sql", "orm");
  }

  @Test
  void aLinkWhoseMemberIsNotWantedGivesNoRow() {
    List<Page> pages = session
        .query(Page.class)
        .options(joinedLoad(Page_.tags).and(Tag_.name.eq("sql")))
        .orderBy(Page_.id)
        .all();

    assertThat(pages).hasSize(4);
    assertThat(pages.get(0).getTags()).extracting(Tag::getName).containsExactly("sql");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .contains("LEFT JOIN (pagetag AS pagetag_1 JOIN tag AS tag_1 ON");
  }

  @Test
  void twoCollectionsMayBeJoined() {
    List<Page> pages = session
        .query(Page.class)
        .options(joinedLoad(Page_.tags), joinedLoad(Page_.comments))
        .orderBy(Page_.id)
        .all();

    assertThat(pages).hasSize(4);
    assertThat(pages.get(0).getTags()).hasSize(2);
    assertThat(names(pages.get(0).getComments())).containsExactly("c12", "c11");
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void pathsGoOn() {
    List<Comment> comments = session
        .query(Comment.class)
        .options(selectinLoad(Comment_.page).selectinLoad(Page_.tags))
        .all();

    assertThat(statements.take()).hasSize(3);
    assertThat(comments)
        .allSatisfy(
            comment -> assertThat(requireNonNull(comment.getPage()).getTags()).hasSize(2));
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void joinsGoOnAlongAPath() {
    List<Comment> comments = session
        .query(Comment.class)
        .options(joinedLoad(Comment_.page).joinedLoad(Page_.tags))
        .orderBy(Comment_.id)
        .all();

    assertThat(comments).hasSize(6);
    assertThat(comments)
        .allSatisfy(
            comment -> assertThat(requireNonNull(comment.getPage()).getTags()).hasSize(2));
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void onlyMembersThatMatchAreLoaded() {
    for (var option : List.of(
        selectinLoad(Page_.comments).and(Comment_.name.like("%1")),
        joinedLoad(Page_.comments).and(Comment_.name.like("%1")),
        lazyLoad(Page_.comments).and(Comment_.name.like("%1")))) {
      session.expungeAll();
      List<Page> pages =
          session.query(Page.class).options(option).orderBy(Page_.id).all();

      assertThat(names(pages.get(0).getComments())).as("%s", option).containsExactly("c11");
    }
  }

  @Test
  void valuesInAnOptionAreNotPartOfItsShape() {
    for (String name : List.of("c11", "c12")) {
      session.expungeAll();
      List<Page> pages = session
          .query(Page.class)
          .options(selectinLoad(Page_.comments).and(Comment_.name.eq(name)))
          .orderBy(Page_.id)
          .all();

      assertThat(names(pages.get(0).getComments())).containsExactly(name);
    }
  }

  @Test
  void raiseLoadRefusesByName() {
    Page page = session
        .query(Page.class)
        .options(raiseLoad(Page_.comments))
        .filter(Page_.title.eq("p1"))
        .one();

    assertThatThrownBy(page::getComments)
        .isInstanceOf(LazyLoadException.class)
        .hasMessageContaining("Page.comments was read")
        .hasMessageContaining("options(selectinLoad(Page_.comments))");
  }

  @Test
  void noLoadReadsAsEmpty() {
    Page page = session
        .query(Page.class)
        .options(noLoad(Page_.comments))
        .filter(Page_.title.eq("p1"))
        .one();
    statements.take();

    assertThat(page.getComments()).isEmpty();
    assertThat(statements.take()).isEmpty();
  }

  @Test
  void containsEagerTakesMembersFromTheJoinThatIsThere() {
    List<Page> pages = session
        .query(Page.class)
        .join(Page_.comments)
        .filter(Comment_.name.ne("c11"))
        .options(containsEager(Page_.comments))
        .orderBy(Page_.id)
        .all();

    assertThat(titles(pages)).containsExactly("p1", "p2", "p3");
    assertThat(names(pages.get(0).getComments())).containsExactly("c12");
    assertThat(statements.take()).hasSize(1);
  }

  @Test
  void deferredColumnsLoadWhenTouchedForAllSiblings() {
    List<Page> pages = session
        .query(Page.class)
        .options(defer(Page_.content))
        .orderBy(Page_.id)
        .all();
    assertThat(statements.take()).singleElement().asString().doesNotContain("content");

    assertThat(pages).extracting(Page::getContent).contains("content 1", "content 4");
    assertThat(statements.take())
        .singleElement()
        .asString()
        .startsWith("SELECT page.id, page.content FROM page" + byKeys("page.id"));
  }

  @Test
  void onlyTheColumnsNamedAreRead() {
    List<Page> pages = session
        .query(Page.class)
        .options(loadOnly(Page_.title))
        .orderBy(Page_.id)
        .all();

    assertThat(statements.take())
        .containsExactly("SELECT page.id, page.title FROM page ORDER BY page.id");
    assertThat(titles(pages)).containsExactly("p1", "p2", "p3", "p4");
    assertThat(pages.get(1).getHeading()).isEqualTo("h2");
  }

  @Test
  void columnsAreRestrictedAtTheEndOfAPath() {
    List<Page> pages = session
        .query(Page.class)
        .options(selectinLoad(Page_.comments).loadOnly(Comment_.id, Comment_.name))
        .all();

    assertThat(commentsOf(pages)).isEqualTo(6);
    assertThat(statements.take()).element(1).asString().doesNotContain("email");
  }

  @Test
  void anOptionForWhatIsNotSelectedIsRefused() {
    assertThatThrownBy(() ->
            session.query(Comment.class).options(selectinLoad(Page_.comments)).all())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("selectinLoad(Page.comments) begins at an entity");
  }

  @Test
  void collectionsOfAStatementWithSeveralEntitiesDoNotMultiplyItsRows() {
    List<?> rows = session
        .execute(select(Page.class).join(Page_.tags).options(joinedLoad(Page_.comments)))
        .all();

    assertThat(rows).hasSize(8);
  }
}
