package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the plan of a flush: which rows, with which values, in which order. Reads what deletions need to know, and
 * changes nothing, neither in memory nor in the database.
 */
final class Planner {
  private final FlushScope scope;
  private final Saves saves;

  private Planner(FlushScope scope) {
    this.scope = scope;
    this.saves = new Saves(scope);
  }

  static Plan plan(FlushScope scope) {
    return new Planner(scope).plan();
  }

  private Plan plan() {
    List<Deletions.Bereaved> bereaved = Deletions.find(scope);
    List<InstanceState> saved = scope.saved();
    saved.forEach(saves::columns);
    ForeignKeys foreignKeys = new ForeignKeys(scope);
    saved.forEach(foreignKeys::follow);
    foreignKeys.cut(bereaved);
    foreignKeys.byValue();
    Links links = new Links(scope);
    saved.forEach(links::follow);
    saved.forEach(links::renamed);
    scope.deletions().forEach(links::deleted);
    complete();
    delete();
    List<RowChange> rows = new ArrayList<>(
        scope.saves().size() + scope.others().size() + scope.deletes().size());
    rows.addAll(scope.saves());
    rows.addAll(scope.others());
    rows.addAll(scope.deletes().values());
    return new Plan(scope, Order.of(scope, rows));
  }

  private void complete() {
    loadVersions();
    Set<RowChange> unchanged = new HashSet<>();
    for (RowChange row : scope.saves()) {
      if (!complete(row)) {
        unchanged.add(row);
      }
    }
    scope.dropSaves(unchanged);
    for (RowChange row : scope.others()) {
      if (row.kind() == RowChange.Kind.INSERT) {
        saves.completeInsert(row);
      }
    }
  }

  /** Whether the row has anything to write. */
  private boolean complete(RowChange row) {
    if (row.replaced() != null) {
      saves.completeTakeOver(row);
      saves.versioned(row);
    } else if (row.kind() == RowChange.Kind.INSERT) {
      saves.completeInsert(row);
    } else if (saves.completeUpdate(row)) {
      saves.versioned(row);
    } else {
      return false;
    }
    return true;
  }

  /** The versions of changed and deleted rows, those that expired, one query a class. */
  private void loadVersions() {
    List<InstanceState> needed = new ArrayList<>(scope.deletions());
    for (RowChange row : scope.saves()) {
      InstanceState state = row.state();
      if (state != null
          && scope.layout(state).version() >= 0
          && state.key() != null
          && !row.isEmpty()) {
        needed.add(state);
      }
    }
    scope.stored().loadVersions(needed);
  }

  private void delete() {
    for (InstanceState state : scope.deletions()) {
      if (!scope.replaced().contains(state)) {
        TableLayout table = scope.layout(state).table();
        RowChange row = RowChange.delete(table, state, table.primaryKey(), StoredValues.key(state));
        scope.deletes().put(state, saves.versioned(row));
      }
    }
  }
}
