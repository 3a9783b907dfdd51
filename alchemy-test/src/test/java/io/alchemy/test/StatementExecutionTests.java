package io.alchemy.test;

import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.delete;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.length;
import static io.alchemy.sql.Sql.project;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.text;
import static io.alchemy.sql.Sql.update;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.unicode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Result;
import io.alchemy.error.AlchemyException;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.MultipleResultsFoundException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that are built, executed. */
@EachDatabase
class StatementExecutionTests {
  private static final MetaData METADATA = new MetaData();
  private static final PageTable PAGE = new PageTable();

  private static final class PageTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> title = column("title", unicode(255)).defaultValue("Untitled Page");
    final Column<String> content = column("content", TEXT);

    PageTable() {
      super("page", METADATA);
    }
  }

  /** A page in a list. */
  record Summary(String title, Integer id) {}

  private final TestDatabase database;
  private Connection connection;

  StatementExecutionTests(TestDatabase database) {
    this.database = database;
    this.connection = database.engine().connect();
    connection.close();
  }

  @BeforeEach
  void connect() {
    database.clear();
    METADATA.createAll(database.engine());
    connection = database.engine().connect();
  }

  @AfterEach
  void everyConnectionIsBack() {
    connection.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  private void pages(String... titles) {
    for (String title : titles) {
      connection.execute(insert(PAGE).set(PAGE.title, title));
    }
  }

  private List<String> titles() {
    return connection.execute(select(PAGE.title).orderBy(PAGE.id)).all();
  }

  @Test
  void anInsertGivesItsKey() {
    Result<?> result = connection.execute(
        insert(PAGE).set(PAGE.title, "Test Page").set(PAGE.content, "Some content!"));
    assertThat(result.rowCount()).isEqualTo(1);
    assertThat(result.insertedPrimaryKey().get(0)).isEqualTo(1);
    assertThat(result.insertedPrimaryKey().get(PAGE.id)).isEqualTo(1);
    assertThat(result.insertedPrimaryKey().get("id")).isEqualTo(1);
  }

  @Test
  void anInsertOfManyRowsGivesTheirKeysInOrder() {
    List<String> titles = List.of("c", "a", "b");
    Result<?> result =
        connection.execute(insert(PAGE).rows(titles, (row, title) -> row.set(PAGE.title, title)));
    assertThat(result.rowCount()).isEqualTo(3);
    List<Row> keys = result.insertedPrimaryKeys();
    assertThat(keys.stream().map(key -> key.get(PAGE.id))).containsExactly(1, 2, 3);
    assertThat(titles()).containsExactly("c", "a", "b");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(result::insertedPrimaryKey)
        .withMessageContaining("insertedPrimaryKeys()");
  }

  @Test
  void anInsertWithoutRowsToGiveRefusesToBeRead() {
    Result<Void> result = connection.execute(insert(PAGE).set(PAGE.title, "x"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(result::all)
        .withMessageContaining("returning(…)");
  }

  @Test
  void anUpsertThatDoesNothingTouchesNoRow() {
    connection.execute(insert(PAGE).set(PAGE.id, 1).set(PAGE.title, "x"));
    Result<?> result = connection.execute(
        insert(PAGE).set(PAGE.id, 1).set(PAGE.title, "y").onConflict(PAGE.id).doNothing());
    assertThat(result.rowCount()).isZero();
    assertThat(titles()).containsExactly("x");
  }

  @Test
  void returningGivesRowsOnceTheChangeIsDone() {
    Integer id =
        connection.execute(insert(PAGE).set(PAGE.title, "x").returning(PAGE.id)).one();
    assertThat(id).isEqualTo(1);
    Result<Row> unread =
        connection.execute(update(PAGE).set(PAGE.title, "y").returning(PAGE.id, PAGE.title));
    connection.commit();
    assertThat(unread.rowCount()).isEqualTo(1);
    assertThat(unread.one().get(PAGE.title)).isEqualTo("y");
  }

  @Test
  void aRowAnswersToItsColumns() {
    pages("a");
    Row row = connection.execute(select(PAGE)).one();
    String title = row.get(PAGE.title);
    assertThat(title).isEqualTo("a");
    assertThat(row.get("title")).isEqualTo("a");
    assertThat(row.get(0)).isEqualTo(1);
    assertThat(row.get(PAGE.content)).isNull();
  }

  @Test
  void oneExpressionGivesItsValues() {
    pages("b", "a");
    List<String> titles = connection
        .execute(select(PAGE.title).where(and(PAGE.id.le(10))).orderBy(PAGE.title.asc()))
        .all();
    assertThat(titles).containsExactly("a", "b");
    assertThat(connection.execute(select(count())).one()).isEqualTo(1L);
    assertThat(connection.execute(select(count().as("n")).from(PAGE)).scalar(Integer.class))
        .isEqualTo(2);
  }

  @Test
  void rowsBecomeRecordsByTheNamesOfTheirComponents() {
    pages("a", "b");
    List<Summary> summaries = connection
        .execute(select(PAGE.id, PAGE.title).orderBy(PAGE.id).into(Summary.class))
        .all();
    assertThat(summaries).containsExactly(new Summary("a", 1), new Summary("b", 2));
    assertThat(connection
            .execute("SELECT id, title FROM page ORDER BY id")
            .into(Summary.class)
            .first())
        .isEqualTo(new Summary("a", 1));
  }

  @Test
  void singleValuesBecomeAnotherTypeIfNothingIsLost() {
    pages("a");
    assertThat(connection.execute(select(PAGE.id)).into(Long.class).all()).containsExactly(1L);
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(
            () -> connection.execute(select(PAGE.title)).into(Long.class).all())
        .withMessageContaining("the value is a String and no Long");
  }

  @Test
  void columnsOfOneNameAreToldByColumnAndByIndex() {
    pages("a");
    Row row = connection
        .execute(select(PAGE.id, PAGE.title.as("id"), PAGE.title.as("label")))
        .one();
    assertThat(row.get(PAGE.id)).isEqualTo(1);
    assertThat(row.get(1)).isEqualTo("a");
    assertThat(row.get("label")).isEqualTo("a");
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> row.get("id"))
        .withMessageContaining("several columns 'id'");
  }

  @Test
  void keysThatNobodyKnowsAreRefusedByName() {
    for (Result<?> result : List.of(
        connection.execute("INSERT INTO page (title) VALUES ('raw')"),
        connection.execute(insert(PAGE).columns(PAGE.title).fromSelect(select(PAGE.title))),
        connection.executeMany(insert(PAGE), List.of(Map.of("title", "x"))),
        connection.execute(update(PAGE).set(PAGE.title, "y")))) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(result::insertedPrimaryKey)
          .withMessageContaining("into a table that has a primary key")
          .withMessageContaining("use returning(…)");
    }
  }

  /** A page whose parameters have no place for null. */
  record Sized(int id, int length) {}

  @Test
  void aNullForAPrimitiveParameterIsNamed() {
    pages("a");
    Select<Sized> sized = select(project(Sized::new, PAGE.id, length(PAGE.content)));
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> connection.execute(sized).all())
        .withMessageContaining("null for length(page.content)")
        .withMessageContaining("coalesce");
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> connection
            .execute(select(PAGE.id, length(PAGE.content).as("length")).into(Sized.class))
            .all())
        .withMessageContaining("Sized.length is null");
  }

  @Test
  void valuesAtExecutionBecomeTheColumns() {
    pages("New Title", "other");
    long changed = connection
        .execute(update(PAGE).where(PAGE.title.eq("New Title")), Map.of("title", "Updated Title"))
        .rowCount();
    assertThat(changed).isEqualTo(1);
    assertThat(titles()).containsExactly("Updated Title", "other");
    connection.execute(insert(PAGE), Map.of("title", "third"));
    assertThat(connection.execute(delete(PAGE).where(PAGE.title.eq("other"))).rowCount())
        .isEqualTo(1);
    assertThat(titles()).containsExactly("Updated Title", "third");
  }

  @Test
  void manyRowsOfParametersAreOneBatch() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(Map.of("title", "title " + i));
    }
    assertThat(connection.executeMany(insert(PAGE), rows).rowCount()).isEqualTo(500);
    assertThat(titles()).hasSize(500).startsWith("title 0", "title 1");
  }

  @Test
  void manyRowsThatReturnSomethingGiveAllOfIt() {
    List<Integer> ids = connection
        .executeMany(
            insert(PAGE).returning(PAGE.id), List.of(Map.of("title", "a"), Map.of("title", "b")))
        .all();
    assertThat(ids).containsExactly(1, 2);
  }

  @Test
  void manyRowsMustHaveTheNamesOfTheFirst() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> connection.executeMany(
            insert(PAGE), List.of(Map.of("title", "a"), Map.of("content", "b"))))
        .withMessageContaining("number 2 has [content]");
    assertThat(connection.inTransaction()).isFalse();
  }

  @Test
  void noRowsOfParametersDoNothing() {
    assertThat(connection.executeMany(insert(PAGE), List.of()).rowCount()).isZero();
    assertThat(connection.inTransaction()).isFalse();
  }

  @Test
  void textHasNamedParameters() {
    pages("a", "b");
    List<Row> rows = connection
        .execute(text("SELECT * FROM page WHERE id = :id").bind("id", 2))
        .all();
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.get("title")).isEqualTo("b"));
    assertThat(connection
            .execute(text("SELECT title FROM page WHERE id = :id"), Map.of("id", 1))
            .scalar())
        .isEqualTo("a");
    assertThat(connection.execute(text("DELETE FROM page")).rowCount()).isEqualTo(2);
  }

  @Test
  void oneWantsExactlyOneRow() {
    assertThatExceptionOfType(NoResultFoundException.class)
        .isThrownBy(() -> connection.execute(select(PAGE)).one())
        .withMessageContaining("FROM page");
    pages("a", "b");
    assertThatExceptionOfType(MultipleResultsFoundException.class)
        .isThrownBy(() -> connection.execute(select(PAGE)).oneOrNull());
    assertThat(connection.execute(select(PAGE.title).orderBy(PAGE.id)).first()).isEqualTo("a");
    assertThat(connection.execute(select(PAGE.title)).findFirst()).isPresent();
    assertThat(connection.execute(select(PAGE.title).where(PAGE.id.eq(9))).findOne())
        .isEmpty();
  }

  @Test
  void partitionsCutTheRows() {
    pages("a", "b", "c", "d", "e");
    List<Integer> sizes = new ArrayList<>();
    for (List<String> part : connection.execute(select(PAGE.title)).partitions(2)) {
      sizes.add(part.size());
    }
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  void aMapperSeesEachRow() {
    pages("a", "b");
    assertThat(connection
            .execute(select(PAGE).orderBy(PAGE.id))
            .map(row -> row.get(PAGE.title) + row.get(PAGE.id))
            .all())
        .containsExactly("a1", "b2");
  }

  @Test
  void theLastKeyContinuesThePage() {
    pages("a", "b", "c");
    var page =
        select(PAGE.id, PAGE.title).orderBy(PAGE.title.asc(), PAGE.id.asc()).limit(2);
    Result<Row> first = connection.execute(page);
    assertThat(first.all()).hasSize(2);
    assertThat(connection.execute(page.after(first.lastKey())).all())
        .singleElement()
        .satisfies(row -> assertThat(row.get(PAGE.title)).isEqualTo("c"));
  }

  @Test
  void aMappedClassIsToldToNeedASession() {
    assertThatExceptionOfType(AlchemyException.class)
        .isThrownBy(() -> connection.execute(select(Summary.class)))
        .withMessageContaining("session");
  }

  @Test
  void readRefusesToChangeAnything() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> database.engine().read(c -> c.execute(delete(PAGE)).rowCount()))
        .withMessageContaining("DELETE FROM page");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> database
            .engine()
            .read(c ->
                c.execute(insert(PAGE).set(PAGE.title, "x").returning(PAGE.id)).one()));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() ->
            database.engine().read(c -> c.execute(text("DELETE FROM page")).rowCount()));
  }

  @Test
  void whatLooksLikeReadingAndWritesIsRefusedByTheDatabase() {
    pages("a");
    connection.commit();
    String sneaky = database.toString().equals("sqlite")
        ? "PRAGMA user_version = 7"
        : "SELECT setval(pg_get_serial_sequence('page', 'id'), 100)";
    assertThatExceptionOfType(AlchemyException.class)
        .isThrownBy(() -> database.engine().read(c -> c.execute(sneaky).all()));
    pages("b");
    connection.commit();
    assertThat(titles()).containsExactly("a", "b");
  }
}
