package io.alchemy.orm.mapping;

import io.alchemy.orm.mapping.AnnotatedClass.PersistentField;
import io.alchemy.schema.Column;
import io.alchemy.schema.ColumnDef;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.SchemaItem;
import io.alchemy.schema.Table;
import io.alchemy.schema.UniqueKey;
import jakarta.persistence.Index;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of an annotated class while its columns are collected. */
final class AnnotatedTable {
  private final AnnotatedClass annotated;
  private final Map<String, ColumnDef<?>> columns = new LinkedHashMap<>();
  private final List<SchemaItem> more = new ArrayList<>();
  private final Map<String, List<Column<?>>> foreignKeys = new LinkedHashMap<>();
  private @Nullable Table table;

  AnnotatedTable(AnnotatedClass annotated) {
    this.annotated = annotated;
  }

  AnnotatedClass annotated() {
    return annotated;
  }

  void add(ColumnDef<?> column) {
    columns.put(column.name(), column);
  }

  void add(SchemaItem constraint) {
    more.add(constraint);
  }

  @Nullable
  ColumnDef<?> column(String name) {
    return columns.get(name);
  }

  /** The columns that keep a relationship's foreign key, here or in a target's table. */
  void foreignKey(String relationship, List<Column<?>> keptIn) {
    foreignKeys.put(relationship, keptIn);
  }

  List<Column<?>> foreignKey(String relationship) {
    return foreignKeys.getOrDefault(relationship, List.of());
  }

  Table table() {
    return Objects.requireNonNull(table);
  }

  Table build(MetaData metadata) {
    addConstraints();
    List<SchemaItem> items = new ArrayList<>(columns.values());
    items.addAll(more);
    String schema = annotated.schema();
    Table made = new Table(
        schema == null ? metadata.schema() : schema,
        annotated.tableName(),
        metadata,
        items.toArray(SchemaItem[]::new));
    table = made;
    return made;
  }

  private void addConstraints() {
    jakarta.persistence.Table said =
        annotated.type().getAnnotation(jakarta.persistence.Table.class);
    if (said == null) {
      return;
    }
    for (UniqueConstraint unique : said.uniqueConstraints()) {
      UniqueKey key = UniqueKey.of(columnNames(unique.columnNames()));
      more.add(unique.name().isEmpty() ? key : key.named(unique.name()));
    }
    for (Index index : said.indexes()) {
      String[] names = columnNames(index.columnList().split("\\s*,\\s*"));
      String name = index.name().isEmpty()
          ? annotated.tableName() + "_" + String.join("_", names) + "_idx"
          : index.name();
      io.alchemy.schema.Index made = io.alchemy.schema.Index.of(name, names);
      more.add(index.unique() ? made.unique() : made);
    }
  }

  /** Columns by name, or by the field that they keep. */
  private String[] columnNames(String[] said) {
    return Arrays.stream(said)
        .map(String::trim)
        .map(name -> columns.containsKey(name)
            ? name
            : annotated.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(AnnotatedTable::columnName)
                .findFirst()
                .orElse(name))
        .toArray(String[]::new);
  }

  private static String columnName(PersistentField field) {
    return AnnotatedColumns.name(field);
  }
}
