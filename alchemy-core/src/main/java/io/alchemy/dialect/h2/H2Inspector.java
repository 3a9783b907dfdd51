package io.alchemy.dialect.h2;

import io.alchemy.compile.Identifiers;
import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.Inspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * H2's catalogue, from INFORMATION_SCHEMA. Where H2 makes capitals of names without quotes, as it does unless told otherwise,
 * those names are in lower case here, as they are written.
 *
 * @see <a href="https://h2database.com/html/systemtables.html">H2: information schema</a>
 */
final class H2Inspector implements Inspector {
  private static final String SCHEMA = "COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA)";

  private final CatalogReader reader;
  private final @Nullable String schema;
  private @Nullable Boolean foldsToCapitals;

  H2Inspector(CatalogReader reader) {
    this(reader, null);
  }

  private H2Inspector(CatalogReader reader, @Nullable String schema) {
    this.reader = reader;
    this.schema = schema;
  }

  @Override
  public Inspector inSchema(String other) {
    return new H2Inspector(reader, other);
  }

  private boolean foldsToCapitals() {
    Boolean folds = foldsToCapitals;
    if (folds == null) {
      folds = reader
          .query("SELECT setting_value FROM information_schema.settings"
              + " WHERE setting_name = 'DATABASE_TO_UPPER'")
          .stream()
          .noneMatch(row -> "FALSE".equalsIgnoreCase(text(row[0])));
      foldsToCapitals = folds;
    }
    return folds;
  }

  /** A name as SQL has it, as the catalogue has it. */
  private @Nullable String kept(@Nullable String name) {
    if (name == null || !Identifiers.quote(name).equals(name) || !foldsToCapitals()) {
      return name;
    }
    return name.toUpperCase(Locale.ROOT);
  }

  /** A name as the catalogue has it, as SQL has it. */
  private String written(@Nullable Object kept) {
    String name = text(kept);
    String lower = name.toLowerCase(Locale.ROOT);
    return name.equals(kept(lower)) ? lower : name;
  }

  private List<@Nullable Object[]> aboutTable(String sql, String table) {
    return reader.query(sql, kept(schema), kept(table));
  }

  @Override
  public List<String> tableNames() {
    return names("SELECT table_name FROM information_schema.tables"
        + " WHERE table_type = 'BASE TABLE' AND table_schema = " + SCHEMA);
  }

  @Override
  public List<String> sequenceNames() {
    return names(
        "SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = " + SCHEMA);
  }

  private List<String> names(String sql) {
    return reader.query(sql, kept(schema)).stream()
        .map(row -> written(row[0]))
        .sorted()
        .toList();
  }

  @Override
  public boolean hasTable(String name) {
    return !aboutTable(
            "SELECT 1 FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                + " AND table_schema = " + SCHEMA + " AND table_name = ?",
            name)
        .isEmpty();
  }

  @Override
  public List<ColumnInfo> columns(String table) {
    List<ColumnInfo> columns = new ArrayList<>();
    for (@Nullable
    Object[] row : aboutTable(
        "SELECT c.column_name, c.data_type, c.character_maximum_length, c.numeric_precision,"
            + " c.numeric_scale, c.is_nullable, c.column_default, c.is_identity, e.data_type,"
            + " e.character_maximum_length, e.numeric_precision, e.numeric_scale"
            + " FROM information_schema.columns c LEFT JOIN information_schema.element_types e"
            + " ON e.object_schema = c.table_schema AND e.object_name = c.table_name"
            + " AND e.object_type = 'TABLE'"
            + " AND e.collection_type_identifier = c.dtd_identifier"
            + " WHERE c.table_schema = " + SCHEMA
            + " AND c.table_name = ? ORDER BY c.ordinal_position",
        table)) {
      String element = row[8] == null ? null : H2TypeNames.declared(row, 8);
      String declared = element == null ? H2TypeNames.declared(row, 1) : element + " ARRAY";
      columns.add(new ColumnInfo(
          written(row[0]),
          H2TypeNames.of(declared),
          declared,
          "YES".equals(row[5]),
          (String) row[6],
          "YES".equals(row[7])));
    }
    return columns;
  }

  @Override
  public @Nullable KeyInfo primaryKey(String table) {
    List<KeyInfo> keys = keys(table, "PRIMARY KEY");
    return keys.isEmpty() ? null : keys.get(0);
  }

  @Override
  public List<KeyInfo> uniqueKeys(String table) {
    return keys(table, "UNIQUE");
  }

  private List<KeyInfo> keys(String table, String type) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (@Nullable
    Object[] row : aboutTable(
        "SELECT k.constraint_name, u.column_name FROM information_schema.table_constraints k"
            + " JOIN information_schema.key_column_usage u"
            + " ON u.constraint_schema = k.constraint_schema"
            + " AND u.constraint_name = k.constraint_name"
            + " WHERE k.constraint_type = '" + type + "' AND k.table_schema = " + SCHEMA
            + " AND k.table_name = ? ORDER BY k.constraint_name, u.ordinal_position",
        table)) {
      keys.computeIfAbsent(written(row[0]), name -> new ArrayList<>()).add(written(row[1]));
    }
    return keys.entrySet().stream()
        .map(key -> new KeyInfo(key.getKey(), List.copyOf(key.getValue())))
        .toList();
  }

  @Override
  public List<ForeignKeyInfo> foreignKeys(String table) {
    Map<String, List<@Nullable Object[]>> keys = new LinkedHashMap<>();
    aboutTable(
            "SELECT k.constraint_name, u.column_name, t.table_schema, t.table_name,"
                + " t.column_name, r.delete_rule, r.update_rule, t.table_schema = k.table_schema"
                + " FROM information_schema.table_constraints k"
                + " JOIN information_schema.referential_constraints r"
                + " ON r.constraint_schema = k.constraint_schema"
                + " AND r.constraint_name = k.constraint_name"
                + " JOIN information_schema.key_column_usage u"
                + " ON u.constraint_schema = k.constraint_schema"
                + " AND u.constraint_name = k.constraint_name"
                + " JOIN information_schema.key_column_usage t"
                + " ON t.constraint_schema = r.unique_constraint_schema"
                + " AND t.constraint_name = r.unique_constraint_name"
                + " AND t.ordinal_position = u.position_in_unique_constraint"
                + " WHERE k.table_schema = " + SCHEMA
                + " AND k.table_name = ? ORDER BY k.constraint_name, u.ordinal_position",
            table)
        .forEach(
            row -> keys.computeIfAbsent(text(row[0]), name -> new ArrayList<>()).add(row));
    return keys.values().stream().map(this::foreignKey).toList();
  }

  private ForeignKeyInfo foreignKey(List<@Nullable Object[]> rows) {
    @Nullable Object[] first = rows.get(0);
    return new ForeignKeyInfo(
        written(first[0]),
        rows.stream().map(row -> written(row[1])).toList(),
        Boolean.TRUE.equals(first[7]) ? null : written(first[2]),
        written(first[3]),
        rows.stream().map(row -> written(row[4])).toList(),
        action(text(first[5])),
        action(text(first[6])));
  }

  private static @Nullable String action(String rule) {
    return rule.equals("NO ACTION") ? null : rule;
  }

  @Override
  public List<IndexInfo> indexes(String table) {
    Map<String, List<String>> elements = new LinkedHashMap<>();
    Map<String, Boolean> unique = new LinkedHashMap<>();
    for (@Nullable
    Object[] row : aboutTable(
        "SELECT i.index_name, i.index_type_name = 'UNIQUE INDEX', c.column_name"
            + " FROM information_schema.indexes i JOIN information_schema.index_columns c"
            + " ON c.index_schema = i.index_schema AND c.index_name = i.index_name"
            + " WHERE NOT i.is_generated AND i.table_schema = " + SCHEMA
            + " AND i.table_name = ? ORDER BY i.index_name, c.ordinal_position",
        table)) {
      String name = written(row[0]);
      unique.put(name, Boolean.TRUE.equals(row[1]));
      elements.computeIfAbsent(name, one -> new ArrayList<>()).add(written(row[2]));
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
