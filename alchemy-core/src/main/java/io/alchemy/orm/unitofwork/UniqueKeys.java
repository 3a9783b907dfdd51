package io.alchemy.orm.unitofwork;

import io.alchemy.error.FlushException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets rows that give a unique value up go before rows that take it. Best effort: values are compared as Java values,
 * so collations and indexes over expressions are not seen.
 */
final class UniqueKeys {
  private final FlushScope scope;
  private final List<RowChange> rows;

  /** @param rows all rows of the flush; second updates are added */
  UniqueKeys(FlushScope scope, List<RowChange> rows) {
    this.scope = scope;
    this.rows = rows;
  }

  void order() {
    if (rows.stream().allMatch(row -> row.kind() == RowChange.Kind.INSERT)) {
      return; // nobody gives a value up
    }
    Map<TableLayout, List<RowChange>> byTable = new LinkedHashMap<>();
    for (RowChange row : rows) {
      if (row.state() != null) {
        byTable.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
      }
    }
    Set<Table> early = new LinkedHashSet<>();
    byTable.forEach((table, of) -> {
      for (int[] unique : uniques(table)) {
        if (order(of, unique)) {
          early.add(table.table());
        }
      }
    });
    if (!early.isEmpty()) {
      hoist(early);
    }
  }

  private static List<int[]> uniques(TableLayout table) {
    List<int[]> all = new ArrayList<>(table.uniques());
    all.add(table.primaryKey());
    return all;
  }

  /** Whether a deletion has to make room. */
  private boolean order(List<RowChange> of, int[] unique) {
    List<RowChange> taking = new ArrayList<>();
    List<RowChange> giving = new ArrayList<>();
    for (RowChange row : of) {
      if (row.kind() == RowChange.Kind.DELETE) {
        giving.add(row);
      } else if (row.kind() == RowChange.Kind.INSERT) {
        taking.add(row);
      } else if (sets(row, unique)) {
        taking.add(row);
        giving.add(row);
      }
    }
    if (taking.isEmpty() || giving.isEmpty()) {
      return false;
    }
    load(giving, unique);
    Map<List<Object>, RowChange> given = new HashMap<>();
    for (RowChange row : giving) {
      List<Object> values = before(row, unique);
      if (values != null) {
        given.put(values, row);
      }
    }
    boolean deletions = false;
    for (RowChange row : taking) {
      List<Object> values = after(row, unique);
      RowChange giver = values == null ? null : given.get(values);
      if (giver != null && giver != row) {
        if (giver.kind() == RowChange.Kind.DELETE) {
          deletions = true;
        } else {
          row.dependsOn(giver, unique, true);
        }
      }
    }
    return deletions;
  }

  private static boolean sets(RowChange row, int[] columns) {
    for (int column : columns) {
      if (row.isSet(column)) {
        return true;
      }
    }
    return false;
  }

  private void load(List<RowChange> giving, int[] unique) {
    Map<ColumnProperty, List<InstanceState>> needed = new LinkedHashMap<>();
    for (RowChange row : giving) {
      InstanceState state = holder(row);
      for (int column : unique) {
        ColumnProperty property = scope.layout(state).property(column);
        if (property != null && !property.primaryKey()) {
          needed.computeIfAbsent(property, p -> new ArrayList<>()).add(state);
        }
      }
    }
    needed.forEach((property, states) -> scope.stored().load(states, property));
  }

  /** Whose row it is now. */
  private static InstanceState holder(RowChange row) {
    InstanceState state = row.replaced() == null ? row.state() : row.replaced();
    if (state == null) {
      throw new IllegalStateException(row.toString());
    }
    return state;
  }

  private @Nullable List<Object> before(RowChange row, int[] unique) {
    List<Object> values = new ArrayList<>(unique.length);
    for (int column : unique) {
      Object value = scope.stored(holder(row), column);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private @Nullable List<Object> after(RowChange row, int[] unique) {
    List<Object> values = new ArrayList<>(unique.length);
    for (int column : unique) {
      Object value = row.isSet(column) || row.kind() == RowChange.Kind.INSERT
          ? row.value(column)
          : scope.stored(holder(row), column);
      if (value == null || value == RowChange.ABSENT || value instanceof RowChange.Late) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  // ---- deletions that make room

  /**
   * Deletes rows of these tables before anything is saved, and of all tables that refer to them, so that nobody is left
   * behind; rows that stay but refer to them are moved or cut first.
   */
  private void hoist(Set<Table> tables) {
    Set<Table> early = withReferring(tables);
    List<RowChange> cuts = new ArrayList<>();
    for (RowChange row : rows) {
      if (!early.contains(row.table().table()) || row.phase() == RowChange.Phase.UNLINK) {
        continue;
      }
      if (row.kind() == RowChange.Kind.DELETE) {
        row.phase(RowChange.Phase.EARLY);
      } else if (row.kind() == RowChange.Kind.UPDATE) {
        leave(row, early, cuts);
      }
    }
    rows.addAll(cuts);
  }

  private Set<Table> withReferring(Set<Table> tables) {
    Set<Table> all = new LinkedHashSet<>(tables);
    tables.forEach(table -> all.addAll(scope.schema().referring(table)));
    return all;
  }

  private void leave(RowChange row, Set<Table> early, List<RowChange> cuts) {
    for (TableLayout.Reference reference : row.table().references()) {
      if (!early.contains(reference.target()) || !sets(row, reference.columns())) {
        continue;
      }
      if (setsOnlyNulls(row, reference.columns())) {
        row.phase(RowChange.Phase.EARLY);
        continue;
      }
      RowChange cut =
          RowChange.update(row.table(), row.state(), row.table().primaryKey(), key(row));
      for (int column : reference.columns()) {
        if (!row.table().isNullable(column)) {
          throw new FlushException(
              row + " moves to another parent by " + row.table().name() + "."
                  + row.table().column(column).name()
                  + ", which cannot be null for a moment, while its old parent must be deleted before a row that takes over a unique value is saved: flush in between.");
        }
        cut.value(column, null);
      }
      cut.phase(RowChange.Phase.EARLY);
      cuts.add(cut);
    }
  }

  /** Whether the row does nothing but let go of its parent, so that all of it can be done early. */
  private static boolean setsOnlyNulls(RowChange row, int[] columns) {
    for (int i = 0; i < row.table().size(); i++) {
      int position = i;
      boolean own = Arrays.stream(columns).anyMatch(column -> column == position);
      if (row.isSet(i) && (!own || row.value(i) != null)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object[] key(RowChange row) {
    return Arrays.copyOf(row.whereValues(), row.table().primaryKey().length);
  }
}
