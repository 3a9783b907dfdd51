package io.alchemy.test.loading;

import static io.alchemy.orm.LoaderOptions.joinedLoad;
import static io.alchemy.orm.LoaderOptions.lazyLoad;
import static io.alchemy.orm.LoaderOptions.lazyLoadOne;
import static io.alchemy.orm.LoaderOptions.noLoad;
import static io.alchemy.orm.LoaderOptions.raiseLoad;
import static io.alchemy.orm.LoaderOptions.selectinLoad;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.LazyLoadException;
import io.alchemy.orm.LoaderOption;
import io.alchemy.orm.Loading;
import io.alchemy.orm.Registry;
import io.alchemy.orm.RelationshipSpec;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.sql.Ordering;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the mapping says that relationships load, and what a query says in its place. */
@EachDatabase
class MappedLoadingTests extends WikiTests {
  private Session mapped = session;

  MappedLoadingTests(TestDatabase database) {
    super(database);
  }

  /** A session of the wiki, mapped so that its relationships load like this. */
  private Session mapped(Loading comments, Loading page) {
    return mapped(comments, page, r -> r.secondary(Model.PAGETAG));
  }

  private Session mapped(
      Loading comments, Loading page, Consumer<RelationshipSpec<Page, Tag>> tags) {
    Registry other = new Registry(Model.METADATA);
    other
        .map(Page.class, Model.PAGE)
        .relationship(
            Page_.comments,
            r -> r.backPopulates(Comment_.page).orderBy(Model.COMMENT.created).lazy(comments))
        .relationship(Page_.tags, tags);
    other
        .map(Comment.class, Model.COMMENT)
        .relationship(Comment_.page, r -> r.backPopulates(Page_.comments).lazy(page));
    other.map(Tag.class, Model.TAG);
    mapped = SessionMaker.builder(other, database.engine()).build().open();
    return mapped;
  }

  @AfterEach
  void closeMapped() {
    mapped.close();
  }

  private static List<Page> pages(Session session, LoaderOption<?>... options) {
    return session.query(Page.class).options(options).orderBy(Page_.id).all();
  }

  private static int commentsOf(List<Page> pages) {
    return pages.stream().mapToInt(page -> page.getComments().size()).sum();
  }

  private static List<Comment> comments(Session session, LoaderOption<?>... options) {
    return session.query(Comment.class).options(options).orderBy(Comment_.id).all();
  }

  private static List<String> titlesOf(List<Comment> comments) {
    return comments.stream()
        .map(comment -> String.valueOf(requireNonNull(comment.getPage()).getTitle()))
        .toList();
  }

  private int statementsOf(Runnable work) {
    statements.take();
    work.run();
    return statements.take().size();
  }

  // ---- collections

  @Test
  void batchLoadsForAllSiblingsWhenTouched() {
    Session s = mapped(Loading.BATCH, Loading.BATCH);
    List<Page> pages = pages(s);

    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource
  void aLinkedCollectionIsInItsOrderByTheColumnOfTheLinkTable(
      Ordering order, String written, List<Integer> firstPagesTags) {
    Session s =
        mapped(Loading.BATCH, Loading.BATCH, r -> r.secondary(Model.PAGETAG).orderBy(order));
    List<Page> pages = pages(s);
    statements.take();

    assertThat(pages.get(0).getTags()).extracting(Tag::getId).isEqualTo(firstPagesTags);
    assertThat(statements.take())
        .singleElement()
        .asString()
        .endsWith("ORDER BY pagetag.pageid, " + written);
  }

  static Stream<Arguments> aLinkedCollectionIsInItsOrderByTheColumnOfTheLinkTable() {
    return Stream.of(
        Arguments.of(Model.TAG.id, "pagetag.tagid", List.of(2, 3)),
        Arguments.of(Tag_.id.desc(), "pagetag.tagid DESC", List.of(3, 2)),
        Arguments.of(Tag_.name.asc(), "tag.name", List.of(3, 2)));
  }

  @Test
  void selectLoadsForEachInstanceAlone() {
    Session s = mapped(Loading.SELECT, Loading.SELECT);
    List<Page> pages = pages(s);

    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isEqualTo(4);
  }

  @Test
  void joinedLoadsInOneStatement() {
    Session s = mapped(Loading.JOINED, Loading.BATCH);
    List<Page> pages = pages(s);

    assertThat(statements.take()).singleElement().asString().contains("LEFT JOIN comment");
    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isZero();
    assertThat(names(pages.get(0).getComments())).containsExactly("c12", "c11");
  }

  @Test
  void whatIsReadByItsKeysComesWithWhatIsJoined() {
    Session s = mapped(Loading.JOINED, Loading.BATCH);
    List<Page> pages = pages(s);
    s.expungeAll();
    statements.take();

    List<Page> merged = s.mergeAll(pages);

    assertThat(statements.take()).singleElement().asString().contains("LEFT JOIN comment");
    assertThat(commentsOf(merged)).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECTIN", "SUBQUERY", "IMMEDIATE"})
  void selectinAndItsLikesLoadInASecondStatement(Loading loading) {
    Session s = mapped(loading, Loading.BATCH);
    List<Page> pages = pages(s);

    assertThat(statements.take()).hasSize(2);
    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isZero();
  }

  @Test
  void raiseRefuses() {
    Session s = mapped(Loading.RAISE, Loading.RAISE);
    Page page = pages(s).get(0);
    Comment comment = comments(s).get(0);

    assertThatThrownBy(page::getComments)
        .isInstanceOf(LazyLoadException.class)
        .hasMessageContaining("Page.comments was read")
        .hasMessageContaining("options(selectinLoad(Page_.comments))");
    assertThatThrownBy(comment::getPage).isInstanceOf(LazyLoadException.class);
  }

  @Test
  void noneReadsAsEmpty() {
    Session s = mapped(Loading.NONE, Loading.NONE);
    List<Page> pages = pages(s);
    List<Comment> comments = comments(s);

    assertThat(statementsOf(() -> {
          assertThat(commentsOf(pages)).isZero();
          assertThat(comments.get(0).getPage()).isNull();
        }))
        .isZero();
  }

  @Test
  void whatIsNotToLoadIsStillFoundByADelete() {
    Session s = mapped(Loading.RAISE, Loading.BATCH);
    Page page = pages(s).get(0);
    s.query(Comment.class).filter(Comment_.page.eq(page)).all().forEach(s::delete);
    s.delete(page);
    s.flush();

    assertThat(s.query(Page.class).count()).isEqualTo(3);
  }

  // ---- references

  @Test
  void aReferenceIsJoined() {
    Session s = mapped(Loading.BATCH, Loading.JOINED);
    List<Comment> comments = comments(s);

    assertThat(statements.take()).singleElement().asString().contains("LEFT JOIN page AS page_1");
    assertThat(statementsOf(() -> assertThat(titlesOf(comments)).hasSize(6))).isZero();
  }

  @Test
  void aReferenceIsJoinedWhereAnInstanceIsLookedUpByItsKey() {
    Session s = mapped(Loading.BATCH, Loading.JOINED);
    Comment comment = s.getOne(Comment.class, 1);

    assertThat(statements.take()).singleElement().asString().contains("LEFT JOIN page AS page_1");
    assertThat(statementsOf(() -> assertThat(titlesOf(List.of(comment))).containsExactly("p1")))
        .isZero();
  }

  @Test
  void aReferenceLoadsInASecondStatement() {
    Session s = mapped(Loading.BATCH, Loading.SELECTIN);
    List<Comment> comments = comments(s);

    assertThat(statements.take()).hasSize(2);
    assertThat(statementsOf(() -> assertThat(titlesOf(comments)).hasSize(6))).isZero();
  }

  @Test
  void aReferenceThatLoadsAloneStillAsksTheIdentityMapFirst() {
    Session s = mapped(Loading.BATCH, Loading.SELECT);
    List<Comment> comments = comments(s);

    assertThat(statementsOf(() -> assertThat(titlesOf(comments)).hasSize(6))).isEqualTo(3);
  }

  @Test
  void twoSidesThatAreBothJoinedDoNotLoadForEver() {
    Session s = mapped(Loading.JOINED, Loading.JOINED);
    List<Page> pages = pages(s);

    assertThat(statements.take()).hasSize(1);
    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isZero();
  }

  // ---- what a query says in place of the mapping

  @ParameterizedTest
  @EnumSource
  void aQueryMayLoadLazilyWhateverTheMappingSays(Loading loading) {
    Session s = mapped(loading, Loading.BATCH);
    List<Page> pages = pages(s, lazyLoad(Page_.comments));

    assertThat(statements.take()).singleElement().asString().doesNotContain("JOIN");
    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryMayLoadOneByOneWhateverTheMappingSays(Loading loading) {
    Session s = mapped(loading, Loading.BATCH);
    List<Page> pages = pages(s, lazyLoadOne(Page_.comments));

    assertThat(statements.take()).hasSize(1);
    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryMayLoadEagerlyWhateverTheMappingSays(Loading loading) {
    for (LoaderOption<?> option :
        List.of(joinedLoad(Page_.comments), selectinLoad(Page_.comments))) {
      try (Session s = mapped(loading, Loading.BATCH)) {
        List<Page> pages = pages(s, option);

        assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6)))
            .isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueryMayRefuseToLoadWhateverTheMappingSays(Loading loading) {
    Session s = mapped(loading, Loading.BATCH);
    Page page = pages(s, raiseLoad(Page_.comments)).get(0);

    assertThat(statements.take()).hasSize(1);
    assertThatThrownBy(page::getComments).isInstanceOf(LazyLoadException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryMayLeaveOutWhateverTheMappingSays(Loading loading) {
    Session s = mapped(loading, Loading.BATCH);
    List<Page> pages = pages(s, noLoad(Page_.comments));

    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isZero())).isZero();
  }

  // ---- reading columns again

  @ParameterizedTest
  @EnumSource
  void columnsThatExpiredAreReadAgainByThemselves(Loading loading) {
    Session s = mapped(loading, Loading.BATCH);
    List<Page> pages = pages(s);
    s.commit();
    statements.take();

    assertThat(titles(pages)).containsExactly("p1", "p2", "p3", "p4");
    assertThat(statements.take()).singleElement().asString().doesNotContain("comment");
  }

  @Test
  void whatWasJoinedAndExpiredLoadsForAllSiblingsWhenTouched() {
    Session s = mapped(Loading.JOINED, Loading.BATCH);
    List<Page> pages = pages(s);
    s.commit();

    assertThat(statementsOf(() -> assertThat(commentsOf(pages)).isEqualTo(6))).isEqualTo(1);
  }
}
