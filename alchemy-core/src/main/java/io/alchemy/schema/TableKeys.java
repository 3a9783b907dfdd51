package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import io.alchemy.types.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table's columns, constraints and indexes, those that were said of a column included. Worked out once, when it is sealed. */
record TableKeys(
    List<Column<?>> columns,
    @Nullable PrimaryKey primaryKeyConstraint,
    List<Column<?>> primaryKey,
    List<ForeignKey> foreignKeys,
    List<UniqueKey> uniqueKeys,
    List<Check> checks,
    List<Index> indexes,
    @Nullable Column<?> autoIncrementColumn) {
  private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Short.class, Integer.class, Long.class);

  private static final int LONGEST_NAME = 63;

  static TableKeys of(
      Table table,
      List<Column<?>> columns,
      List<Constraint> constraints,
      List<Index> explicitIndexes) {
    List<PrimaryKey> primaryKeys = new ArrayList<>();
    List<ForeignKey> foreignKeys = new ArrayList<>();
    List<UniqueKey> uniqueKeys = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (Column<?> column : columns) {
      ofColumn(table, column, foreignKeys, uniqueKeys, indexes);
    }
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey key) {
        primaryKeys.add(key);
      } else if (constraint instanceof ForeignKey key) {
        foreignKeys.add(key);
      } else if (constraint instanceof UniqueKey key) {
        uniqueKeys.add(key);
      } else if (constraint instanceof Check check) {
        checks.add(check);
      }
    }
    indexes.addAll(explicitIndexes);
    PrimaryKey primaryKey = primaryKey(table, columns, primaryKeys);
    List<Column<?>> keyColumns = primaryKey == null ? List.of() : primaryKey.columns();
    Column<?> autoIncrement = autoIncrement(keyColumns, foreignKeys);
    columns.forEach(column -> requireGenerated(column, autoIncrement));
    return new TableKeys(
        columns,
        primaryKey,
        List.copyOf(keyColumns),
        List.copyOf(foreignKeys),
        List.copyOf(uniqueKeys),
        List.copyOf(checks),
        List.copyOf(indexes),
        autoIncrement);
  }

  private static void requireGenerated(Column<?> column, @Nullable Column<?> autoIncrement) {
    if (column.traits().neverReused && column != autoIncrement) {
      throw new ArgumentException(column
          + " is neverReused, but the database does not generate it: that takes a primary key of one column, of an integer"
          + " type, without a default and a foreign key");
    }
  }

  private static void ofColumn(
      Table table,
      Column<?> column,
      List<ForeignKey> foreignKeys,
      List<UniqueKey> uniqueKeys,
      List<Index> indexes) {
    ColumnTraits<?> traits = column.traits();
    ColumnList alone = new ColumnList(List.of(column));
    if (traits.reference != null) {
      ForeignKey key =
          new ForeignKey(null, alone, List.of(traits.reference), traits.onDelete, traits.onUpdate);
      key.attach(table);
      foreignKeys.add(key);
    } else if (traits.onDelete != null || traits.onUpdate != null) {
      throw new ArgumentException(column + " has a referential action, but references nothing");
    }
    if (traits.unique) {
      UniqueKey key = new UniqueKey(null, alone);
      key.attach(table);
      uniqueKeys.add(key);
    }
    if (traits.indexed) {
      Index index = Index.of(indexName(table, column), List.of(column));
      index.attach(table);
      indexes.add(index);
    }
  }

  /** Of at most as many characters as PostgreSQL keeps of a name; the end of a longer one is a hash of it. */
  private static String indexName(Table table, Column<?> column) {
    String name = "ix_" + table.name() + "_" + column.name();
    return name.length() <= LONGEST_NAME
        ? name
        : String.format("%s_%08x", name.substring(0, LONGEST_NAME - 9), name.hashCode());
  }

  private static @Nullable PrimaryKey primaryKey(
      Table table, List<Column<?>> columns, List<PrimaryKey> explicit) {
    List<Column<?>> marked =
        columns.stream().filter(column -> column.traits().primaryKey).toList();
    if (explicit.size() + (marked.isEmpty() ? 0 : 1) > 1) {
      throw new ArgumentException(table.name()
          + " has more than one primary key: mark its columns, or give one PrimaryKey");
    }
    if (!explicit.isEmpty()) {
      return explicit.get(0);
    }
    if (marked.isEmpty()) {
      return null;
    }
    PrimaryKey key = new PrimaryKey(null, ColumnList.of("primary key", marked));
    key.attach(table);
    return key;
  }

  private static @Nullable Column<?> autoIncrement(
      List<Column<?>> primaryKey, List<ForeignKey> foreignKeys) {
    if (primaryKey.size() != 1) {
      return null;
    }
    Column<?> column = primaryKey.get(0);
    boolean generated = column.type().family() == TypeFamily.NUMBER
        && WHOLE_NUMBERS.contains(column.type().javaType())
        && column.defaultGenerator() == null
        && column.serverDefault() == null
        && foreignKeys.stream().noneMatch(key -> key.columns().contains(column));
    return generated ? column : null;
  }
}
