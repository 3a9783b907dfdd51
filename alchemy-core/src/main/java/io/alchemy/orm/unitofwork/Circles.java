package io.alchemy.orm.unitofwork;

import io.alchemy.error.FlushException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.ColumnProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders rows where the order of tables is not enough: where tables refer to each other or to themselves, and where one
 * row waits for a unique value of another. Rows that wait for each other are untied by a null that a second UPDATE
 * replaces, if the column takes one.
 */
final class Circles {
  private final FlushScope scope;
  private final List<RowChange> rows;
  private final Map<RowChange, List<RowChange.Dependency>> waiting = new LinkedHashMap<>();

  /** @param rows all rows of the flush; those that untie others are added */
  Circles(FlushScope scope, List<RowChange> rows) {
    this.scope = scope;
    this.rows = rows;
  }

  void order() {
    List<RowChange> deletes = new ArrayList<>();
    for (RowChange row : rows) {
      if (row.kind() == RowChange.Kind.DELETE) {
        if (row.state() != null && row.table().isInCircle()) {
          deletes.add(row);
        }
      } else if (row.phase() == RowChange.Phase.SAVE) {
        List<RowChange.Dependency> inside =
            row.dependencies().isEmpty() ? List.of() : sameRank(row);
        if (!inside.isEmpty()) {
          waiting.put(row, inside);
        }
      }
    }
    level();
    if (deletes.size() > 1) {
      dependOnChildren(deletes);
      level();
    }
  }

  /** Rows of other ranks are written earlier anyway. */
  private List<RowChange.Dependency> sameRank(RowChange row) {
    List<RowChange.Dependency> inside = new ArrayList<>(0);
    for (RowChange.Dependency dependency : row.dependencies()) {
      if (rank(dependency.row()) == rank(row) && dependency.row().phase() == RowChange.Phase.SAVE) {
        inside.add(dependency);
      }
    }
    return inside;
  }

  private static int rank(RowChange row) {
    return row.table().rank();
  }

  /** A deleted parent waits for its deleted children. */
  private void dependOnChildren(List<RowChange> deletes) {
    Map<List<Object>, RowChange> parents = new LinkedHashMap<>();
    for (RowChange row : deletes) {
      parents.put(target(row.table(), row.table().primaryKey(), keyOf(row)), row);
    }
    loadForeignKeys(deletes);
    for (RowChange child : deletes) {
      for (TableLayout.Reference reference : child.table().references()) {
        RowChange parent = parent(child, reference, parents);
        if (parent != null && parent != child) {
          waiting
              .computeIfAbsent(parent, p -> new ArrayList<>())
              .add(new RowChange.Dependency(child, reference.columns(), false));
        }
      }
    }
  }

  private void loadForeignKeys(List<RowChange> deletes) {
    Map<ColumnProperty, Set<InstanceState>> needed = new LinkedHashMap<>();
    for (RowChange row : deletes) {
      InstanceState state = Objects.requireNonNull(row.state());
      for (TableLayout.Reference reference : row.table().references()) {
        for (int column : reference.columns()) {
          ColumnProperty property = scope.layout(state).property(column);
          if (property != null && scope.schema().tables().contains(reference.target())) {
            needed.computeIfAbsent(property, p -> new LinkedHashSet<>()).add(state);
          }
        }
      }
    }
    needed.forEach((property, states) -> scope.stored().load(states, property));
  }

  private @Nullable RowChange parent(
      RowChange child, TableLayout.Reference reference, Map<List<Object>, RowChange> parents) {
    if (!scope.schema().tables().contains(reference.target())) {
      return null;
    }
    TableLayout table = scope.schema().layout(reference.target());
    List<Object> values = new ArrayList<>();
    for (int column : reference.columns()) {
      Object value = scope.stored(Objects.requireNonNull(child.state()), column);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return parents.get(target(table, table.positions(reference.targetColumns()), values));
  }

  private static List<Object> keyOf(RowChange row) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < row.table().primaryKey().length; i++) {
      key.add(Objects.requireNonNull(row.whereValues()[i]));
    }
    return key;
  }

  private static List<Object> target(TableLayout table, int[] columns, List<Object> values) {
    List<Integer> positions = new ArrayList<>();
    for (int column : columns) {
      positions.add(column);
    }
    return List.of(table, positions, values);
  }

  // ---- levels

  /** Gives each waiting row a level above those it waits for; unties circles one at a time until none is left. */
  private void level() {
    while (!waiting.isEmpty()) {
      boolean moved = false;
      for (RowChange row : List.copyOf(waiting.keySet())) {
        List<RowChange.Dependency> needs = Objects.requireNonNull(waiting.get(row));
        if (needs.stream().noneMatch(need -> waiting.containsKey(need.row()))) {
          int below = needs.stream().mapToInt(need -> need.row().level()).max().orElse(-1);
          row.level(below + 1);
          waiting.remove(row);
          moved = true;
        }
      }
      if (!moved) {
        untie();
      }
    }
  }

  private void untie() {
    for (Map.Entry<RowChange, List<RowChange.Dependency>> entry : waiting.entrySet()) {
      RowChange row = entry.getKey();
      for (RowChange.Dependency need : entry.getValue()) {
        if (waiting.containsKey(need.row()) && untie(row, need)) {
          entry.getValue().remove(need);
          return;
        }
      }
    }
    throw refused();
  }

  private boolean untie(RowChange row, RowChange.Dependency need) {
    RowChange nulled = nulled(row, need);
    for (int column : need.columns()) {
      if (!nulled.table().isNullable(column) || nulled.table().isPrimaryKey(column)) {
        return false;
      }
    }
    RowChange second = RowChange.update(
        nulled.table(), nulled.state(), nulled.table().primaryKey(), whereOf(nulled));
    rows.add(second);
    if (row.kind() == RowChange.Kind.DELETE) {
      second.phase(
          row.phase() == RowChange.Phase.EARLY ? RowChange.Phase.EARLY : RowChange.Phase.CLOSE);
      set(second, need.columns(), null);
    } else if (need.unique()) {
      second.phase(RowChange.Phase.EARLY);
      set(second, need.columns(), null);
    } else {
      second.phase(RowChange.Phase.CLOSE);
      for (int column : need.columns()) {
        second.value(column, row.value(column));
        row.value(column, row.kind() == RowChange.Kind.INSERT ? null : RowChange.ABSENT);
      }
      row.completedBy(second);
    }
    return true;
  }

  /** The row whose columns a null would untie. */
  private static RowChange nulled(RowChange row, RowChange.Dependency need) {
    return row.kind() == RowChange.Kind.DELETE || need.unique() ? need.row() : row;
  }

  private static void set(RowChange row, int[] columns, @Nullable Object value) {
    for (int column : columns) {
      row.value(column, value);
    }
  }

  /** The key by which a row is found again later in the flush, though it may not be known yet. */
  private static @Nullable Object[] whereOf(RowChange row) {
    int[] key = row.table().primaryKey();
    @Nullable Object[] values = new Object[key.length];
    for (int i = 0; i < key.length; i++) {
      values[i] = row.kind() == RowChange.Kind.INSERT
          ? new RowChange.KeyOf(row, key[i])
          : row.whereValues()[i];
    }
    return values;
  }

  private FlushException refused() {
    Set<RowChange> circle = waiting.keySet();
    Set<String> columns = new LinkedHashSet<>();
    waiting.forEach((row, needs) -> {
      for (RowChange.Dependency need : needs) {
        if (waiting.containsKey(need.row())) {
          TableLayout table = nulled(row, need).table();
          for (int column : need.columns()) {
            columns.add(table.name() + "." + table.column(column).name());
          }
        }
      }
    });
    String names =
        circle.stream().limit(5).map(RowChange::toString).collect(Collectors.joining(", "));
    return new FlushException("These rows wait for each other by " + String.join(", ", columns)
        + " and cannot be put into an order: " + names
        + (circle.size() > 5 ? " and " + (circle.size() - 5) + " more" : "")
        + ". One of the columns by which they do must be nullable; or flush in between.");
  }
}
