package io.alchemy.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds, among rows of one flush, the one that a foreign key refers to. */
final class RowsByKey {
  private final Map<TableLayout, List<RowChange>> rows = new HashMap<>();
  private final Map<List<Object>, Map<List<Object>, RowChange>> indexes = new HashMap<>();

  void add(RowChange row) {
    rows.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The row that {@code row} refers to by the values of a foreign key; null if it is none of these, or not yet known. */
  @Nullable
  RowChange find(RowChange row, TableLayout.Reference reference, FlushSchema schema) {
    if (!schema.tables().contains(reference.target())) {
      return null;
    }
    TableLayout target = schema.layout(reference.target());
    if (!rows.containsKey(target)) {
      return null;
    }
    List<Object> key = values(row, reference.columns());
    if (key == null) {
      return null;
    }
    int[] columns = target.positions(reference.targetColumns());
    return index(target, columns).get(key);
  }

  private Map<List<Object>, RowChange> index(TableLayout table, int[] columns) {
    List<Object> name = new ArrayList<>();
    name.add(table);
    for (int column : columns) {
      name.add(column);
    }
    return indexes.computeIfAbsent(name, n -> {
      Map<List<Object>, RowChange> index = new HashMap<>();
      for (RowChange row : Objects.requireNonNull(rows.get(table))) {
        List<Object> key = values(row, columns);
        if (key != null) {
          index.put(key, row);
        }
      }
      return index;
    });
  }

  /** The values of columns, if all are set, known and not null; else null. */
  static @Nullable List<Object> values(RowChange row, int[] columns) {
    List<Object> values = new ArrayList<>(columns.length);
    for (int column : columns) {
      Object value = row.value(column);
      if (value == null || value == RowChange.ABSENT || value instanceof RowChange.Late) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
