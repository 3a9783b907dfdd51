package io.alchemy.test.loading;

import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.delete;
import static io.alchemy.sql.Sql.exists;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.or;
import static io.alchemy.sql.Sql.param;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.text;
import static io.alchemy.sql.Sql.update;
import static io.alchemy.types.Types.varchar;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.orm.AliasedClass;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
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
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements over classes and their attributes. */
@EachDatabase
class EntityStatementTests extends WikiTests {
  record Busy(Page page, Long comments) {}

  EntityStatementTests(TestDatabase database) {
    super(database);
  }

  private List<String> pagesWith(Condition condition) {
    return titles(
        session.execute(select(Page.class).where(condition).orderBy(Page_.id)).all());
  }

  private List<String> commentsWith(Condition condition) {
    return names(session
        .execute(select(Comment.class).where(condition).orderBy(Comment_.id))
        .all());
  }

  private Page page(String title) {
    return session.query(Page.class).filter(Page_.title.eq(title)).one();
  }

  private Tag tag(String name) {
    return session.query(Tag.class).filter(Tag_.name.eq(name)).one();
  }

  // ---- conditions on relationships

  @Test
  void anyAsksWhetherAMemberMatches() {
    assertThat(pagesWith(Page_.comments.any(Comment_.email.startsWith("c2"))))
        .containsExactly("p2");
    assertThat(pagesWith(not(Page_.comments.any()))).containsExactly("p4");
    assertThat(pagesWith(Page_.comments.isEmpty())).containsExactly("p4");
    assertThat(statements.take())
        .first()
        .asString()
        .contains("WHERE EXISTS (SELECT 1 FROM comment WHERE comment.pageid = page.id AND");
  }

  @Test
  void anyGoesThroughALinkTable() {
    assertThat(pagesWith(Page_.tags.any(Tag_.name.eq("java")))).containsExactly("p2", "p3");
    assertThat(pagesWith(not(Page_.tags.any()))).isEmpty();
  }

  @Test
  void hasAsksOfAReference() {
    assertThat(commentsWith(Comment_.page.has(Page_.title.eq("p3")))).containsExactly("c31", "c32");
    assertThat(commentsWith(
            Comment_.page.has(Page_.tags.any(Tag_.name.eq("java")), Page_.title.ne("p3"))))
        .containsExactly("c21", "c22");
  }

  @Test
  void conditionsOnMembersMayLeadBack() {
    assertThat(pagesWith(Page_.comments.any(Comment_.page.has(Page_.title.eq("p1")))))
        .containsExactly("p1");
  }

  @Test
  void containsComparesWithAnInstance() {
    assertThat(pagesWith(Page_.tags.contains(tag("java")))).containsExactly("p2", "p3");
    Comment comment =
        session.query(Comment.class).filter(Comment_.name.eq("c11")).one();
    assertThat(pagesWith(Page_.comments.contains(comment))).containsExactly("p1");
  }

  @Test
  void aReferenceIsComparedByItsKey() {
    Page p1 = page("p1");
    statements.take();

    assertThat(commentsWith(Comment_.page.eq(p1))).containsExactly("c11", "c12");
    assertThat(commentsWith(Comment_.page.ne(p1))).containsExactly("c21", "c22", "c31", "c32");
    assertThat(commentsWith(Comment_.page.in(List.of(p1, page("p3")))))
        .containsExactly("c11", "c12", "c31", "c32");
    assertThat(commentsWith(Comment_.page.isNull())).isEmpty();
    assertThat(commentsWith(Comment_.page.isNotNull())).hasSize(6);
    assertThat(commentsWith(Comment_.page.eq(null))).isEmpty();
    assertThat(statements.take()).first().asString().contains("WHERE comment.pageid = ?");
  }

  @Test
  void theKeyOfANewInstanceIsReadAfterItsFlush() {
    Page page = new Page();
    page.setTitle("new");
    page.setContent("");
    session.add(page);
    page.getComments().add(comment("fresh", 1));

    assertThat(commentsWith(Comment_.page.eq(page))).containsExactly("fresh");
  }

  @Test
  void anInstanceWithoutAKeyIsRefused() {
    assertThatThrownBy(() -> commentsWith(Comment_.page.eq(new Page())))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("A Page that has no id yet is compared with");
  }

  @Test
  void conditionsAreReadFromAliases() {
    AliasedClass<Page> p = AliasedClass.of(Page.class);
    Select<Page> busy = select(p)
        .where(
            p.get(Page_.comments).any(Comment_.name.eq("c11")),
            p.get(Page_.title).eq("p1"));

    assertThat(titles(session.execute(busy).all())).containsExactly("p1");
  }

  // ---- what is selected

  @Test
  void aRowOfEntitiesAnswersToIndexNameAndExpression() {
    AliasedClass<Page> p = AliasedClass.of(Page.class);
    Row row = requireNonNull(session
        .execute(
            select(p, Comment_.name.as("said")).join(p.get(Page_.comments)).orderBy(Comment_.id))
        .first());

    assertThat(row.get(0, Page.class)).isNotNull().extracting(Page::getTitle).isEqualTo("p1");
    assertThat(row.get("said")).isEqualTo("c11");
    assertThat(row.get(p)).isSameAs(row.get(0));
    assertThat(row.size()).isEqualTo(2);
    assertThatThrownBy(() -> row.get("other")).isInstanceOf(ArgumentException.class);
  }

  @Test
  void entitiesBecomePartOfProjections() {
    AliasedClass<Page> p = AliasedClass.of(Page.class);
    List<Busy> busy = session
        .execute(select(project(Busy::new, p, count(Comment_.id)))
            .leftJoin(p.get(Page_.comments))
            .groupBy(p.get(Page_.id))
            .orderBy(p.get(Page_.id)))
        .all();

    assertThat(busy).extracting(Busy::comments).containsExactly(2L, 2L, 2L, 0L);
    assertThat(busy)
        .extracting(each -> each.page().getTitle())
        .containsExactly("p1", "p2", "p3", "p4");
  }

  @Test
  void anOuterJoinThatFoundNothingGivesNull() {
    AliasedClass<Comment> c = AliasedClass.of(Comment.class);
    AliasedClass<Page> p = AliasedClass.of(Page.class);
    List<Row> rows = session
        .execute(select(p, c)
            .leftJoin(p.get(Page_.comments).as(c))
            .where(p.get(Page_.title).eq("p4")))
        .all();

    assertThat(rows).singleElement().satisfies(row -> assertThat(row.get(c)).isNull());
  }

  @Test
  void membersOfAUnionGiveEntities() {
    Select<Page> union = select(Page.class)
        .where(Page_.title.eq("p1"))
        .union(select(Page.class).where(Page_.title.eq("p2")));

    assertThat(titles(session.execute(union).all())).containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  void attributesServeInSubqueries() {
    Select<Integer> busy = select(Comment_.pageid).where(Comment_.name.like("c1%"));
    assertThat(pagesWith(Page_.id.in(busy))).containsExactly("p1");
    assertThat(pagesWith(exists(select(Comment_.id)
            .from(Comment.class)
            .where(Comment_.pageid.eq(Page_.id), Comment_.name.eq("c31")))))
        .containsExactly("p3");
  }

  @Test
  void textGivesEntitiesByTheNamesOfItsColumns() {
    List<Page> pages = session
        .execute(text("SELECT * FROM page WHERE title LIKE :t ORDER BY id")
            .bind("t", "p%")
            .returning(Page.class))
        .all();

    assertThat(titles(pages)).containsExactly("p1", "p2", "p3", "p4");
  }

  @Test
  void columnsThatATextDoesNotGiveLoadWhenTouched() {
    Page page = session
        .execute(text("SELECT id, title FROM page WHERE title = 'p2'").returning(Page.class))
        .one();

    assertThat(page.getContent()).isEqualTo("content 2");
  }

  @Test
  void aTextWithoutTheKeyIsRefused() {
    assertThatThrownBy(() -> session.execute(text("SELECT title FROM page").returning(Page.class)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("they have no column id");
  }

  @Test
  void aConnectionRefusesEntities() {
    assertThatThrownBy(() -> session.connection().execute(select(Page.class)).all())
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("with a session");
  }

  @Test
  void anAttributeThatIsNotMappedIsNamed() {
    assertThatThrownBy(
            () -> pagesWith(io.alchemy.orm.ColumnAttribute.<Page, String>of(Page.class, "colour")
                .eq("red")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Page.colour is not mapped");
  }

  // ---- what is changed

  @Test
  void insertedRowsAreReturnedAsEntities() {
    Page page = session
        .execute(insert(Page.class)
            .set(Page_.title, "made")
            .set(Page_.content, "by hand")
            .returning(Page.class))
        .one();

    assertThat(page.getTitle()).isEqualTo("made");
    assertThat(session.get(Page.class, requireNonNull(page.getId()))).isSameAs(page);
  }

  @Test
  void anUpdateOfAClassIsSeenByItsInstances() {
    Page p1 = page("p1");
    Page p2 = page("p2");
    p2.setContent("changed in memory");

    session.execute(update(Page.class).set(Page_.heading, Page_.title).where(Page_.title.eq("p1")));

    assertThat(p1.getHeading()).isEqualTo("p1");
    assertThat(p2.getHeading()).isEqualTo("h2");
    assertThat(p2.getContent()).isEqualTo("changed in memory");
  }

  @Test
  void anUpdateOfAForeignKeyIsSeenByBothSides() {
    Page p1 = page("p1");
    Page p2 = page("p2");
    assertThat(p1.getComments()).hasSize(2);
    assertThat(p2.getComments()).hasSize(2);
    Comment moved = p1.getComments().get(0);

    session.execute(update(Comment.class)
        .set(Comment_.pageid, requireNonNull(p2.getId()))
        .where(Comment_.id.eq(requireNonNull(moved.getId()))));

    assertThat(moved.getPage()).isSameAs(p2);
    assertThat(p1.getComments()).hasSize(1);
    assertThat(p2.getComments()).hasSize(3);
  }

  @Test
  void instancesWhoseRowsADeleteTakesAreDeleted() {
    Page p1 = page("p1");
    List<Comment> comments = List.copyOf(p1.getComments());

    session.execute(delete(Comment.class).where(Comment_.name.eq("c11")));

    assertThat(p1.getComments()).hasSize(1);
    assertThat(comments).filteredOn(session::contains).hasSize(1);
  }

  @Test
  void thoseThatADeleteWithManyParametersTakesAreDeletedToo() {
    List<Comment> comments = session.query(Comment.class).orderBy(Comment_.id).all();

    session.executeMany(
        delete(Comment.class).where(Comment_.name.eq(param("gone", varchar(50)))),
        List.of(Map.of("gone", "c11"), Map.of("gone", "c21")));

    assertThat(comments).filteredOn(comment -> !session.contains(comment)).hasSize(2);
    session.rollback();
    assertThat(comments).allMatch(session::contains);
  }

  @Test
  void aRollbackBringsThemBack() {
    Page p1 = page("p1");
    Comment comment = p1.getComments().get(0);
    session.execute(delete(Comment.class));
    assertThat(session.contains(comment)).isFalse();

    session.rollback();

    assertThat(session.contains(comment)).isTrue();
    assertThat(comment.getName()).startsWith("c1");
  }

  @Test
  void conditionsCombine() {
    assertThat(pagesWith(and(
            or(Page_.title.eq("p1"), Page_.tags.any(Tag_.name.eq("java"))), Page_.comments.any())))
        .containsExactly("p1", "p2", "p3");
    assertThat(Model.PAGE.columns()).hasSize(5);
  }
}
