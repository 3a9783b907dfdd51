package io.alchemy.dialect.postgresql;

import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.Inspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's catalogue, from {@code pg_catalog}. The default schema is the first of the search path that exists.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">PostgreSQL: system catalogs</a>
 */
final class PostgresqlInspector implements Inspector {
  private static final String IN_SCHEMA = "COALESCE(CAST(? AS text), current_schema())";

  /** A table with its namespace, for the two parameters schema and table. */
  private static final String TABLE =
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " AND n.nspname = "
          + IN_SCHEMA
          + " AND c.relname = ? AND c.relkind IN ('r', 'p')";

  private final CatalogReader reader;
  private final @Nullable String schema;

  PostgresqlInspector(CatalogReader reader) {
    this(reader, null);
  }

  private PostgresqlInspector(CatalogReader reader, @Nullable String schema) {
    this.reader = reader;
    this.schema = schema;
  }

  @Override
  public Inspector inSchema(String other) {
    return new PostgresqlInspector(reader, other);
  }

  private List<@Nullable Object[]> aboutTable(String sql, String table) {
    return reader.query(sql, schema, table);
  }

  @Override
  public List<String> tableNames() {
    return names("SELECT c.relname FROM pg_catalog.pg_class c"
        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        + " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = "
        + IN_SCHEMA
        + " ORDER BY c.relname");
  }

  @Override
  public List<String> sequenceNames() {
    return names("SELECT c.relname FROM pg_catalog.pg_class c"
        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        + " WHERE c.relkind = 'S' AND n.nspname = "
        + IN_SCHEMA
        + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid = c.oid"
        + " AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i'))"
        + " ORDER BY c.relname");
  }

  private List<String> names(String sql) {
    return reader.query(sql, schema).stream().map(row -> text(row[0])).toList();
  }

  @Override
  public boolean hasTable(String name) {
    return !aboutTable("SELECT 1" + TABLE, name).isEmpty();
  }

  @Override
  public List<ColumnInfo> columns(String table) {
    List<ColumnInfo> columns = new ArrayList<>();
    for (@Nullable
    Object[] row : aboutTable(
        "SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,"
            + " pg_catalog.pg_get_expr(d.adbin, d.adrelid),"
            + " pg_catalog.pg_get_serial_sequence(pg_catalog.quote_ident(n.nspname) || '.' ||"
            + " pg_catalog.quote_ident(c.relname), a.attname)"
            + TABLE
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
            + " AND NOT a.attisdropped"
            + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
            + " ORDER BY a.attnum",
        table)) {
      String declared = text(row[1]);
      columns.add(new ColumnInfo(
          text(row[0]),
          PostgresqlTypeNames.of(declared),
          declared,
          !Boolean.TRUE.equals(row[2]),
          (String) row[3],
          row[4] != null));
    }
    return columns;
  }

  @Override
  public @Nullable KeyInfo primaryKey(String table) {
    List<KeyInfo> keys = keys(table, 'p');
    return keys.isEmpty() ? null : keys.get(0);
  }

  @Override
  public List<KeyInfo> uniqueKeys(String table) {
    return keys(table, 'u');
  }

  private List<KeyInfo> keys(String table, char kind) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (@Nullable
    Object[] row : aboutTable(
        "SELECT k.conname, a.attname"
            + TABLE
            + " JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = '"
            + kind
            + "' JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u(attnum, position) ON TRUE"
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum"
            + " ORDER BY k.conname, u.position",
        table)) {
      keys.computeIfAbsent(text(row[0]), name -> new ArrayList<>()).add(text(row[1]));
    }
    return keys.entrySet().stream()
        .map(key -> new KeyInfo(key.getKey(), List.copyOf(key.getValue())))
        .toList();
  }

  @Override
  public List<ForeignKeyInfo> foreignKeys(String table) {
    Map<String, List<@Nullable Object[]>> keys = new LinkedHashMap<>();
    aboutTable(
            "SELECT k.conname, a.attname, tn.nspname, t.relname, ta.attname, k.confdeltype,"
                + " k.confupdtype, n.nspname = tn.nspname"
                + TABLE
                + " JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'"
                + " AND k.conparentid = 0"
                + " JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY"
                + " AS u(attnum, target, position) ON TRUE"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum"
                + " JOIN pg_catalog.pg_class t ON t.oid = k.confrelid"
                + " JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
                + " JOIN pg_catalog.pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = u.target"
                + " ORDER BY k.conname, u.position",
            table)
        .forEach(
            row -> keys.computeIfAbsent(text(row[0]), name -> new ArrayList<>()).add(row));
    return keys.values().stream().map(PostgresqlInspector::foreignKey).toList();
  }

  private static ForeignKeyInfo foreignKey(List<@Nullable Object[]> rows) {
    @Nullable Object[] first = rows.get(0);
    return new ForeignKeyInfo(
        text(first[0]),
        rows.stream().map(row -> text(row[1])).toList(),
        Boolean.TRUE.equals(first[7]) ? null : text(first[2]),
        text(first[3]),
        rows.stream().map(row -> text(row[4])).toList(),
        action(text(first[5])),
        action(text(first[6])));
  }

  private static @Nullable String action(String code) {
    return switch (code) {
      case "r" -> "RESTRICT";
      case "c" -> "CASCADE";
      case "n" -> "SET NULL";
      case "d" -> "SET DEFAULT";
      default -> null;
    };
  }

  @Override
  public List<IndexInfo> indexes(String table) {
    Map<String, List<String>> elements = new LinkedHashMap<>();
    Map<String, Boolean> unique = new LinkedHashMap<>();
    for (@Nullable
    Object[] row : aboutTable(
        "SELECT ic.relname, i.indisunique,"
            + " COALESCE(a.attname, pg_catalog.pg_get_indexdef(i.indexrelid, p.position, TRUE))"
            + TABLE
            + " JOIN pg_catalog.pg_index i ON i.indrelid = c.oid"
            + " JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
            + " JOIN LATERAL generate_series(1, i.indnkeyatts) AS p(position) ON TRUE"
            + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid"
            + " AND a.attnum = i.indkey[p.position - 1] AND a.attnum > 0"
            + " WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k"
            + " WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))"
            + " ORDER BY ic.relname, p.position",
        table)) {
      String name = text(row[0]);
      unique.put(name, Boolean.TRUE.equals(row[1]));
      elements.computeIfAbsent(name, one -> new ArrayList<>()).add(text(row[2]));
    }
    return unique.entrySet().stream()
        .map(index -> new IndexInfo(
            index.getKey(),
            List.copyOf(elements.getOrDefault(index.getKey(), List.of())),
            index.getValue()))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
