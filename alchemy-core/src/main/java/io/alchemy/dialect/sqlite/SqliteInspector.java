package io.alchemy.dialect.sqlite;

import io.alchemy.compile.Identifiers;
import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.Inspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's catalogue, through its pragmas. Names of tables are found in any case, as SQLite itself finds them; names of
 * constraints it does not tell.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">SQLite: pragmas</a>
 */
final class SqliteInspector implements Inspector {
  private static final String MAIN = "main";

  private final CatalogReader reader;
  private final String schema;

  SqliteInspector(CatalogReader reader) {
    this(reader, MAIN);
  }

  private SqliteInspector(CatalogReader reader, String schema) {
    this.reader = reader;
    this.schema = schema;
  }

  @Override
  public Inspector inSchema(String other) {
    return new SqliteInspector(reader, other);
  }

  private String master() {
    return Identifiers.quote(schema) + ".sqlite_master";
  }

  @Override
  public List<String> tableNames() {
    return reader
        .query("SELECT name FROM "
            + master()
            + " WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
        .stream()
        .map(row -> text(row[0]))
        .toList();
  }

  @Override
  public boolean hasTable(String name) {
    return !reader
        .query(
            "SELECT 1 FROM " + master() + " WHERE type = 'table' AND name = ? COLLATE NOCASE", name)
        .isEmpty();
  }

  @Override
  public List<ColumnInfo> columns(String table) {
    List<@Nullable Object[]> rows = reader.query(
        "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(?, ?)"
            + " WHERE hidden <> 1 ORDER BY cid",
        table,
        schema);
    long keyColumns = rows.stream().filter(row -> number(row[4]) > 0).count();
    List<ColumnInfo> columns = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      String declared = text(row[1]);
      boolean key = number(row[4]) > 0;
      columns.add(new ColumnInfo(
          text(row[0]),
          SqliteTypeNames.of(declared),
          declared,
          number(row[2]) == 0 && !key,
          (String) row[3],
          key && keyColumns == 1 && declared.equalsIgnoreCase("INTEGER") && hasRowid(table)));
    }
    return columns;
  }

  private boolean hasRowid(String table) {
    return reader
        .query("SELECT wr FROM pragma_table_list(?) WHERE schema = ? COLLATE NOCASE", table, schema)
        .stream()
        .noneMatch(row -> number(row[0]) == 1);
  }

  @Override
  public @Nullable KeyInfo primaryKey(String table) {
    List<String> columns = reader
        .query("SELECT name FROM pragma_table_info(?, ?) WHERE pk > 0 ORDER BY pk", table, schema)
        .stream()
        .map(row -> text(row[0]))
        .toList();
    return columns.isEmpty() ? null : new KeyInfo(null, columns);
  }

  /** In the order in which they were declared: SQLite numbers them from the last. */
  @Override
  public List<ForeignKeyInfo> foreignKeys(String table) {
    Map<Long, List<@Nullable Object[]>> byId = new LinkedHashMap<>();
    reader
        .query(
            "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update"
                + " FROM pragma_foreign_key_list(?, ?) ORDER BY id DESC, seq",
            table,
            schema)
        .forEach(
            row -> byId.computeIfAbsent(number(row[0]), id -> new ArrayList<>()).add(row));
    return byId.values().stream().map(this::foreignKey).toList();
  }

  private ForeignKeyInfo foreignKey(List<@Nullable Object[]> rows) {
    @Nullable Object[] first = rows.get(0);
    String target = text(first[1]);
    return new ForeignKeyInfo(
        null,
        rows.stream().map(row -> text(row[2])).toList(),
        null,
        target,
        first[3] == null
            ? primaryKeyOf(target)
            : rows.stream().map(row -> text(row[3])).toList(),
        action(first[4]),
        action(first[5]));
  }

  private List<String> primaryKeyOf(String table) {
    KeyInfo key = primaryKey(table);
    return key == null ? List.of("rowid") : key.columns();
  }

  private static @Nullable String action(@Nullable Object action) {
    return "NO ACTION".equals(action) ? null : (String) action;
  }

  @Override
  public List<KeyInfo> uniqueKeys(String table) {
    List<KeyInfo> keys = new ArrayList<>();
    for (@Nullable Object[] row : indexList(table, "u")) {
      keys.add(new KeyInfo(null, elements(text(row[0]))));
    }
    return keys;
  }

  @Override
  public List<IndexInfo> indexes(String table) {
    List<IndexInfo> indexes = new ArrayList<>();
    for (@Nullable Object[] row : indexList(table, "c")) {
      String name = text(row[0]);
      indexes.add(new IndexInfo(name, elements(name), number(row[1]) == 1));
    }
    return indexes;
  }

  private List<@Nullable Object[]> indexList(String table, String origin) {
    return reader.query(
        "SELECT name, \"unique\" FROM pragma_index_list(?, ?) WHERE origin = ? ORDER BY name",
        table,
        schema,
        origin);
  }

  /** Column names; where an expression is indexed, the catalogue has no more than the statement that made the index. */
  private List<String> elements(String index) {
    List<@Nullable Object[]> rows =
        reader.query("SELECT name FROM pragma_index_info(?, ?) ORDER BY seqno", index, schema);
    if (rows.stream().allMatch(row -> row[0] != null)) {
      return rows.stream().map(row -> text(row[0])).toList();
    }
    List<@Nullable Object[]> sql =
        reader.query("SELECT sql FROM " + master() + " WHERE type = 'index' AND name = ?", index);
    return IndexText.elements(text(sql.get(0)[0]));
  }

  @Override
  public List<String> sequenceNames() {
    return List.of();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static long number(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
