package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Inspector.ColumnInfo;
import io.alchemy.schema.Inspector.ForeignKeyInfo;
import io.alchemy.schema.Inspector.IndexInfo;
import io.alchemy.schema.Inspector.KeyInfo;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Sql;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tables of what a database's catalogue says. What a table defines itself is left as it is. */
final class Reflection {
  private final Inspector inspector;
  private final MetaData metadata;

  Reflection(Inspector inspector, MetaData metadata) {
    this.inspector = inspector;
    this.metadata = metadata;
  }

  /** Every table of the MetaData's schema that it does not have yet. */
  void all() {
    for (String name : in(metadata.schema()).tableNames()) {
      tableOf(metadata.schema(), name);
    }
  }

  private Inspector in(@Nullable String schema) {
    return schema == null ? inspector : inspector.inSchema(schema);
  }

  private Table tableOf(@Nullable String schema, String name) {
    Table known = metadata.find(name, schema);
    if (known != null) {
      return known;
    }
    Table table = new Table(schema, name, metadata);
    fill(table);
    return table;
  }

  void fill(Table table) {
    Inspector catalogue = in(table.schema());
    List<ColumnInfo> columns = catalogue.columns(table.name());
    if (columns.isEmpty()) {
      throw new ArgumentException(
          "The database has no table " + table.key() + "; it has " + catalogue.tableNames());
    }
    Set<String> defined = new HashSet<>();
    table.columns().forEach(column -> defined.add(column.name()));
    for (ColumnInfo column : columns) {
      if (!defined.contains(column.name())) {
        table.add(column(column, column.type()));
      }
    }
    KeyInfo primaryKey = catalogue.primaryKey(table.name());
    if (primaryKey != null && !defined.containsAll(primaryKey.columns())) {
      table.add(new PrimaryKey(primaryKey.name(), columns(primaryKey.columns())));
    }
    for (KeyInfo key : catalogue.uniqueKeys(table.name())) {
      if (!defined.containsAll(key.columns())) {
        table.add(new UniqueKey(key.name(), columns(key.columns())));
      }
    }
    for (IndexInfo index : catalogue.indexes(table.name())) {
      if (!defined.containsAll(index.elements())) {
        table.add(index(table, index));
      }
    }
    for (ForeignKeyInfo key : catalogue.foreignKeys(table.name())) {
      if (!defined.containsAll(key.columns())) {
        addForeignKey(table, key);
      }
    }
  }

  private static ColumnList columns(List<String> names) {
    return ColumnList.named("key", names.toArray(String[]::new));
  }

  private static <T> Column<T> column(ColumnInfo info, SqlType<T> type) {
    ColumnDef<T> column = new ColumnDef<>(info.name(), type);
    if (!info.isNullable()) {
      column.notNull();
    }
    if (info.defaultSql() != null && !info.isAutoIncrement()) {
      column.serverDefault(Sql.literalColumn(info.defaultSql(), type));
    }
    return column;
  }

  private static Index index(Table table, IndexInfo info) {
    List<Expression<?>> elements = new ArrayList<>();
    for (String element : info.elements()) {
      elements.add(
          table.hasColumn(element)
              ? table.column(element)
              : Sql.literalColumn(element, Types.TEXT));
    }
    Index index = Index.of(info.name(), elements);
    return info.isUnique() ? index.unique() : index;
  }

  /** A foreign key to a table that is not there (SQLite allows it) is passed over. */
  private void addForeignKey(Table table, ForeignKeyInfo info) {
    String schema = info.targetSchema() == null ? table.schema() : info.targetSchema();
    boolean known = metadata.find(info.targetTable(), schema) != null;
    if (!known && !in(schema).hasTable(info.targetTable())) {
      return;
    }
    Table target = tableOf(schema, info.targetTable());
    List<ColumnReference> references = new ArrayList<>();
    for (String column : info.targetColumns()) {
      references.add(ColumnReference.to(() -> target.column(column)));
    }
    table.add(new ForeignKey(
        info.name(), columns(info.columns()), references, info.onDelete(), info.onUpdate()));
  }
}
