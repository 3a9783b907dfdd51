package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.schema.ForeignKey;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The foreign keys that lead from one table to another; of each pair, the near column refers to the far one. */
final class ForeignKeyPaths {
  private ForeignKeyPaths() {}

  static List<List<ColumnPair>> between(Table from, Table to) {
    List<List<ColumnPair>> paths = new ArrayList<>();
    for (ForeignKey key : from.foreignKeys()) {
      if (key.target() == to) {
        List<ColumnPair> path = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
          path.add(new ColumnPair(key.columns().get(i), key.targetColumns().get(i)));
        }
        if (!paths.contains(path)) {
          paths.add(path);
        }
      }
    }
    return paths;
  }

  /** Those whose referring columns are all among {@code columns}; all of them if none are named. */
  static List<List<ColumnPair>> within(
      List<List<ColumnPair>> paths, Collection<? extends Column<?>> columns) {
    if (columns.isEmpty()) {
      return paths;
    }
    return paths.stream()
        .filter(path -> path.stream().allMatch(pair -> columns.contains(pair.near())))
        .toList();
  }

  static String describe(List<List<ColumnPair>> paths) {
    return paths.stream()
        .map(path ->
            path.stream().map(ForeignKeyPaths::describe).collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(", "));
  }

  private static String describe(ColumnPair pair) {
    return name(pair.near()) + " -> " + name(pair.far());
  }

  static String name(Column<?> column) {
    return column.table().name() + "." + column.name();
  }
}
