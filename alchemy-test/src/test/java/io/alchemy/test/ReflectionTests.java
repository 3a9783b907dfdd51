package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Engine;
import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Column;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.Index;
import io.alchemy.schema.Inspector.ColumnInfo;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.PrimaryKey;
import io.alchemy.schema.SchemaItem;
import io.alchemy.schema.Table;
import io.alchemy.schema.UniqueKey;
import io.alchemy.sql.Sql;
import io.alchemy.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was created is read back as it was defined. */
@EachDatabase
class ReflectionTests {
  private enum Colour {
    RED
  }

  private final Engine engine;
  private final TestDatabase database;
  private final MetaData defined = new MetaData();
  private final MetaData reflected = new MetaData();

  ReflectionTests(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  /** Everything that a table is, as text; an enum is kept as text. */
  private static List<String> description(Table table) {
    List<String> lines = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      lines.add(column.name()
          + " "
          + (column.type().family() == io.alchemy.types.TypeFamily.ENUM
              ? "TEXT"
              : column.type().family())
          + (column.isNullable() ? "" : " not null")
          + (column.isPrimaryKey() ? " key" : "")
          + (column.isAutoIncrement() ? " generated" : "")
          + (column.serverDefault() == null ? "" : " default"));
    }
    lines.add("primary key " + names(table.primaryKey()));
    table.uniqueKeys().stream()
        .map(key -> "unique " + names(key.columns()))
        .sorted()
        .forEach(lines::add);
    table.indexes().stream()
        .map(index -> index + " " + index.elements().size())
        .sorted()
        .forEach(lines::add);
    for (ForeignKey key : table.foreignKeys()) {
      lines.add(names(key.columns())
          + " refers to "
          + key.targetColumns()
          + " "
          + key.onDelete()
          + " "
          + key.onUpdate());
    }
    lines
        .subList(lines.indexOf("primary key " + names(table.primaryKey())), lines.size())
        .sort(null);
    return lines;
  }

  private static String names(List<Column<?>> columns) {
    return columns.stream().map(Column::name).toList().toString();
  }

  private void assertRoundTrip() {
    defined.createAll(engine);
    reflected.reflect(engine);
    assertThat(reflected.tables()).hasSameSizeAs(defined.tables());
    for (Table table : defined.tables()) {
      assertThat(description(reflected.table(table.name()))).isEqualTo(description(table));
    }
    assertThat(reflected.sortedTables().stream().map(Table::name))
        .isEqualTo(defined.sortedTables().stream().map(Table::name).toList());
  }

  @Test
  void keysIndexesAndReferencesComeBack() {
    List<SchemaItem> page = new ArrayList<>(List.of(
        column("id", INTEGER).primaryKey(),
        column("title", unicode(255)).notNull().indexed(),
        column("order", TEXT).serverDefault(literal("first")),
        Index.of("page_unique", "title", "order").unique()));
    if (engine.dialect().can(Capability.EXPRESSION_INDEXES)) {
      page.add(Index.of("page_lower", List.of(Sql.literalColumn("lower(title)", TEXT))));
    }
    new Table("page", defined, page.toArray(SchemaItem[]::new));
    new Table(
        "part",
        defined,
        column("page_id", INTEGER).references("page.id").onDelete("CASCADE"),
        column("nr", SMALLINT),
        column("code", varchar(10)).unique(),
        column("parent_page", INTEGER),
        column("parent_nr", SMALLINT),
        PrimaryKey.of("nr", "page_id"),
        UniqueKey.of("code", "nr"),
        ForeignKey.from("parent_nr", "parent_page")
            .to("part.nr", "part.page_id")
            .onUpdate("CASCADE"));
    assertRoundTrip();
  }

  @Test
  void everyTypeComesBackByItsFamily() {
    List<SqlType<?>> types = List.of(
        SMALLINT,
        INTEGER,
        BIGINT,
        REAL,
        FLOAT,
        DOUBLE,
        NUMERIC,
        numeric(8, 2),
        numeric(30, 10),
        BOOLEAN,
        TEXT,
        UNICODE_TEXT,
        varchar(10),
        unicode(20),
        character(3),
        string(),
        DATE,
        TIME,
        DATETIME,
        DATETIME_TZ,
        instant(),
        BLOB,
        uuid(),
        jsonObject(),
        enumOf(Colour.class));
    Table table = new Table("types", defined) {
      {
        for (int i = 0; i < types.size(); i++) {
          column("c" + i, types.get(i));
        }
      }
    };
    assertRoundTrip();
    for (Column<?> column : table.columns()) {
      SqlType<?> type = reflected.table("types").column(column.name()).type();
      if (column.type().family() != io.alchemy.types.TypeFamily.ENUM) {
        assertThat(type.family())
            .as("%s", column.type())
            .isEqualTo(column.type().family());
      }
    }
    assertThat(reflected.table("types").column("c7").type()).isEqualTo(numeric(8, 2));
    assertThat(reflected.table("types").column("c8").type()).isEqualTo(numeric(30, 10));
    assertThat(reflected.table("types").column("c12").type()).isEqualTo(varchar(10));
  }

  @Test
  void tablesInACircleComeBack() {
    new Table(
        "egg",
        defined,
        column("id", INTEGER).primaryKey(),
        column("hen_id", INTEGER).references("hen.id"));
    new Table(
        "hen",
        defined,
        column("id", BIGINT).primaryKey(),
        column("egg_id", INTEGER).references("egg.id"),
        column("mother_id", BIGINT).references("hen.id"));
    assertRoundTrip();
  }

  @Test
  void aTableBringsThoseItRefersTo() {
    new Table("parent", defined, column("id", INTEGER).primaryKey());
    new Table("child", defined, column("parent_id", INTEGER).references("parent.id"));
    new Table("stranger", defined, column("id", INTEGER).primaryKey());
    defined.createAll(engine);
    Table child = new Table("child", reflected).reflect(engine);
    assertThat(child.foreignKeys().get(0).target()).isSameAs(reflected.table("parent"));
    assertThat(reflected.hasTable("stranger")).isFalse();
  }

  @Test
  void whatATableDefinesItselfStays() {
    new Table(
        "t",
        defined,
        column("id", INTEGER).primaryKey(),
        column("colour", varchar(5)).notNull(),
        column("more", TEXT));
    defined.createAll(engine);
    Table mine = new Table(
            "t", reflected, column("colour", enumOf(Colour.class)).key("paint"))
        .reflect(engine);
    assertThat(mine.columns()).extracting(Column::key).containsExactly("paint", "id", "more");
    assertThat(mine.column("paint").type()).isEqualTo(enumOf(Colour.class));
    assertThat(mine.primaryKey()).containsExactly(mine.column("id"));
  }

  @Test
  void aTableThatIsNotThereIsNamed() {
    new Table("page", defined, column("id", INTEGER).primaryKey());
    defined.createAll(engine);
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> new Table("pgae", reflected).reflect(engine))
        .withMessage("The database has no table pgae; it has [page]");
  }

  @Test
  void viewsAreNoTables() {
    engine.transaction(c -> {
      c.execute("CREATE TABLE t (x INTEGER)");
      c.execute("CREATE VIEW v AS SELECT x FROM t");
    });
    assertThat(engine.inspector().tableNames()).containsExactly("t");
    assertThat(engine.inspector().hasTable("v")).isFalse();
  }

  @Test
  void aDefaultIsToldAsSql() {
    engine.transaction(
        c -> c.execute("CREATE TABLE t (x VARCHAR(9) DEFAULT 'a''b', y INTEGER NOT NULL)"));
    List<ColumnInfo> columns = engine.inspector().columns("t");
    assertThat(Objects.requireNonNull(columns.get(0).defaultSql())).startsWith("'a''b'");
    assertThat(columns.get(0).isNullable()).isTrue();
    assertThat(columns.get(1).defaultSql()).isNull();
    assertThat(columns.get(1).isNullable()).isFalse();
    assertThat(columns.get(1).isAutoIncrement()).isFalse();
  }

  @Test
  void aReflectedSchemaCanBeMadeAgain() {
    new Table(
        "page",
        defined,
        column("id", INTEGER).primaryKey(),
        column("title", unicode(80)).serverDefault(literal("it's")).indexed());
    new Table("note", defined, column("page_id", INTEGER).references("page.id").unique());
    defined.createAll(engine);
    reflected.reflect(engine);
    reflected.dropAll(engine);
    reflected.createAll(engine);
    MetaData again = new MetaData();
    again.reflect(engine);
    for (Table table : defined.tables()) {
      assertThat(description(again.table(table.name()))).isEqualTo(description(table));
    }
  }
}
