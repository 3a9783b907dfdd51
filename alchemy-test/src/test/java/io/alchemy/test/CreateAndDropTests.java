package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.error.CheckViolationException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.schema.Check;
import io.alchemy.schema.ColumnDef;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.Inspector;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.PrimaryKey;
import io.alchemy.schema.Sequence;
import io.alchemy.schema.Table;
import io.alchemy.sql.Sql;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code createAll} and {@code dropAll}, and that what they make holds. */
@EachDatabase
class CreateAndDropTests {
  private final Engine engine;
  private final TestDatabase database;
  private final MetaData metadata = new MetaData();

  CreateAndDropTests(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  private List<String> tableNames() {
    return engine.inspector().tableNames();
  }

  private void execute(String sql) {
    engine.transaction(c -> c.execute(sql));
  }

  private Object value(String sql) {
    return engine.read(c -> Objects.requireNonNull(c.execute(sql).one().get(0)));
  }

  private void defineWiki() {
    new Table(
        "pagetag",
        metadata,
        column("pageid", INTEGER).references("page.id").primaryKey(),
        column("tagid", INTEGER).references("tag.id").primaryKey());
    new Table(
        "comment",
        metadata,
        column("id", INTEGER).sequence("comment_seq_id").primaryKey(),
        column("pageid", INTEGER).references("page.id").notNull(),
        column("content", TEXT).defaultValue(""));
    new Table(
        "page",
        metadata,
        column("id", INTEGER).sequence("page_seq_id").primaryKey(),
        column("title", unicode(255)).indexed());
    new Table(
        "tag",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("name", unicode(20)).notNull().unique());
  }

  @Test
  void theTutorialsTablesAreMadeAndRemoved() {
    defineWiki();
    metadata.createAll(engine);
    assertThat(tableNames()).containsExactly("comment", "page", "pagetag", "tag");
    execute("INSERT INTO page (title) VALUES ('one')");
    execute("INSERT INTO page (title) VALUES ('two')");
    assertThat(value("SELECT max(id) FROM page")).isEqualTo(2);
    assertThatExceptionOfType(ForeignKeyViolationException.class)
        .isThrownBy(() -> execute("INSERT INTO comment (pageid) VALUES (99)"));
    execute("INSERT INTO tag (name) VALUES ('java')");
    assertThatExceptionOfType(UniqueViolationException.class)
        .isThrownBy(() -> execute("INSERT INTO tag (name) VALUES ('java')"));
    metadata.dropAll(engine);
    assertThat(tableNames()).isEmpty();
    assertThat(engine.inspector().sequenceNames()).isEmpty();
  }

  @Test
  void creatingAndDroppingTwiceDoesNothingMore() {
    defineWiki();
    metadata.bind(engine).createAll();
    execute("INSERT INTO page (title) VALUES ('kept')");
    metadata.createAll();
    assertThat(value("SELECT title FROM page")).isEqualTo("kept");
    metadata.dropAll();
    metadata.dropAll();
    assertThat(tableNames()).isEmpty();
  }

  @Test
  void whatIsMissingIsAdded() {
    defineWiki();
    metadata.createAll(engine);
    new Table("later", metadata, column("pageid", INTEGER).references("page.id"));
    metadata.createAll(engine);
    assertThat(tableNames()).contains("later");
  }

  @Test
  void aFailureLeavesNothingBehind() {
    database.require(Capability.TRANSACTIONAL_DDL);
    new Table("a", metadata, column("x", INTEGER));
    new Table(
        "b",
        metadata,
        column("x", INTEGER).serverDefault(Sql.literalColumn("no_such_function(", INTEGER)));
    assertThatThrownBy(() -> metadata.createAll(engine)).isInstanceOf(DatabaseException.class);
    assertThat(tableNames()).isEmpty();
  }

  @Test
  void creatingOnAConnectionIsPartOfItsTransaction() {
    database.require(Capability.TRANSACTIONAL_DDL);
    defineWiki();
    try (Connection connection = engine.connect()) {
      metadata.createAll(connection);
      assertThat(connection.inspector().hasTable("page")).isTrue();
      connection.rollback();
    }
    assertThat(tableNames()).isEmpty();
  }

  @Test
  void tablesThatReferToEachOtherAreMadeAndRemovedWithTheirRows() {
    new Table(
        "egg",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("hen_id", INTEGER).references("hen.id"));
    new Table(
        "hen",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("egg_id", INTEGER).references("egg.id"),
        column("mother_id", INTEGER).references("hen.id"));
    metadata.createAll(engine);
    execute("INSERT INTO egg (id) VALUES (1)");
    execute("INSERT INTO hen (id, egg_id, mother_id) VALUES (1, 1, 1)");
    execute("UPDATE egg SET hen_id = 1");
    assertThatExceptionOfType(ForeignKeyViolationException.class)
        .isThrownBy(() -> execute("UPDATE egg SET hen_id = 2"));
    metadata.dropAll(engine);
    assertThat(tableNames()).isEmpty();
  }

  @Test
  void reservedWordsAndCapitalsAreNamesLikeAnyOther() {
    Table order = new Table(
        "order",
        metadata,
        column("user", INTEGER).primaryKey(),
        column("group", TEXT).unique(),
        column("Mixed Case", TEXT).indexed());
    new Table("Select", metadata, column("order", INTEGER).references("order.user"));
    metadata.createAll(engine);
    assertThat(tableNames()).containsExactlyInAnyOrder("Select", "order");
    assertThat(engine.inspector().columns("order"))
        .extracting(Inspector.ColumnInfo::name)
        .containsExactlyElementsOf(order.columns().stream().map(c -> c.name()).toList());
    metadata.createAll(engine);
    metadata.dropAll(engine);
    assertThat(tableNames()).isEmpty();
  }

  @Test
  void serverDefaultsAndChecksHold() {
    ColumnDef<Integer> stock = column("stock", INTEGER).serverDefault(literal(7));
    new Table(
        "item",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("name", TEXT).serverDefault(literal("it's")).notNull(),
        column("made", DATETIME).serverDefault(Sql.now()).notNull(),
        stock,
        Check.of(stock.ge(0)).named("stock_is_real"));
    metadata.createAll(engine);
    execute("INSERT INTO item (id) VALUES (1)");
    assertThat(value("SELECT name FROM item")).isEqualTo("it's");
    assertThat(value("SELECT stock FROM item")).isEqualTo(7);
    assertThat(value("SELECT count(*) FROM item WHERE made IS NOT NULL")).hasToString("1");
    assertThatExceptionOfType(CheckViolationException.class)
        .isThrownBy(() -> execute("UPDATE item SET stock = -1"));
  }

  @Test
  void referentialActionsHoldForCompositeKeys() {
    new Table(
        "line",
        metadata,
        column("order_id", INTEGER),
        column("nr", INTEGER),
        PrimaryKey.of("order_id", "nr"));
    new Table(
        "part",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("order_id", INTEGER),
        column("line_nr", INTEGER),
        ForeignKey.from("order_id", "line_nr").to("line.order_id", "line.nr").onDelete("CASCADE"));
    metadata.createAll(engine);
    execute("INSERT INTO line VALUES (1, 2)");
    execute("INSERT INTO part VALUES (1, 1, 2)");
    assertThatExceptionOfType(ForeignKeyViolationException.class)
        .isThrownBy(() -> execute("INSERT INTO part VALUES (2, 2, 1)"));
    execute("DELETE FROM line");
    assertThat(((Number) value("SELECT count(*) FROM part")).intValue()).isZero();
  }

  @Test
  void aSequenceIsCreatedDrawnFromAndDropped() {
    database.require(Capability.SEQUENCES);
    Sequence numbers = Sequence.of("numbers").startingAt(100).incrementedBy(10);
    new Table("invoice", metadata, column("id", INTEGER).sequence(numbers).primaryKey());
    metadata.createAll(engine);
    assertThat(engine.inspector().hasSequence("numbers")).isTrue();
    execute("INSERT INTO invoice DEFAULT VALUES");
    execute("INSERT INTO invoice DEFAULT VALUES");
    assertThat(value("SELECT max(id) FROM invoice")).isEqualTo(110);
    metadata.dropAll(engine);
    assertThat(engine.inspector().hasSequence("numbers")).isFalse();
  }

  @Test
  void aGeneratedBigintKeyNeedsNoValue() {
    new Table("t", metadata, column("id", BIGINT).primaryKey(), column("x", TEXT));
    metadata.createAll(engine);
    execute("INSERT INTO t (x) VALUES ('a')");
    execute("INSERT INTO t (id, x) VALUES (5000000000, 'b')");
    assertThat(((Number) value("SELECT min(id) FROM t")).longValue()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsNeverReusedDoesNotComeTwice() {
    new Table("t", metadata, column("id", INTEGER).primaryKey().neverReused(), column("x", TEXT));
    metadata.createAll(engine);
    execute("INSERT INTO t (x) VALUES ('a')");
    execute("DELETE FROM t");
    execute("INSERT INTO t (x) VALUES ('b')");
    assertThat(value("SELECT id FROM t")).isEqualTo(2);
    assertThat(tableNames()).containsExactly("t");
    metadata.dropAll(engine);
    assertThat(tableNames()).isEmpty();
  }

  @Test
  void oneTableIsCreatedAndDropped() {
    Table table = new Table("t", metadata, column("x", TEXT).indexed());
    table.create(engine);
    table.create(engine);
    assertThat(engine.inspector().indexes("t"))
        .containsExactly(new Inspector.IndexInfo("ix_t_x", List.of("x"), false));
    table.drop(engine);
    table.drop(engine);
    assertThat(tableNames()).isEmpty();
  }
}
