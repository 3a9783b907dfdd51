package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of a table that may not exist yet: by name, or as they are. */
record ColumnList(List<?> namesOrColumns) {
  static ColumnList named(String what, String... names) {
    if (names.length == 0) {
      throw new ArgumentException("A " + what + " needs at least one column");
    }
    return new ColumnList(distinct(what, List.of(names)));
  }

  static ColumnList of(String what, List<? extends Column<?>> columns) {
    if (columns.isEmpty()) {
      throw new ArgumentException("A " + what + " needs at least one column");
    }
    return new ColumnList(distinct(what, List.copyOf(columns)));
  }

  private static List<?> distinct(String what, List<?> list) {
    if (new HashSet<>(list).size() < list.size()) {
      throw new ArgumentException("A " + what + " names a column twice: " + list);
    }
    return list;
  }

  int size() {
    return namesOrColumns.size();
  }

  /** The columns, which must be of {@code table}. */
  List<Column<?>> in(Table table) {
    List<Column<?>> columns = new ArrayList<>(size());
    for (Object one : namesOrColumns) {
      if (one instanceof String name) {
        columns.add(table.column(name));
      } else {
        Column<?> column = (Column<?>) one;
        if (column.table() != table) {
          throw new ArgumentException(column + " is no column of " + table);
        }
        columns.add(column);
      }
    }
    return columns;
  }

  @Override
  public String toString() {
    return namesOrColumns.stream()
        .map(one -> one instanceof Column<?> column ? column.name() : (String) one)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
