package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Index;
import io.alchemy.schema.PrimaryKey;
import io.alchemy.schema.Table;
import io.alchemy.schema.UniqueKey;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.Condition;
import io.alchemy.sql.node.InsertSpec.Conflict;
import io.alchemy.sql.node.UpdateSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes what an INSERT does with a row whose key is there already: ON CONFLICT, or the branches of MERGE. */
final class ConflictWriter {
  /** What the row is called that would have been inserted. */
  static final String PROPOSED = "excluded";

  private final StatementWriter writer;
  private final TargetColumns target;
  private final Conflict conflict;
  private final List<Column<?>> inserted;
  private final List<Column<?>> key;

  /**
   * A clause.
   *
   * @param inserted the columns that the rows fill
   */
  ConflictWriter(
      StatementWriter writer, TargetColumns target, Conflict conflict, List<Column<?>> inserted) {
    this.writer = writer;
    this.target = target;
    this.conflict = conflict;
    this.inserted = inserted;
    this.key = columns(conflict.key());
  }

  /** {@code ON CONFLICT (key) DO UPDATE SET a = excluded.a WHERE …}. */
  void onConflict() {
    if (!writer.dialect().can(Capability.ON_CONFLICT)) {
      throw new CompileException(writer.dialect().name() + " has no ON CONFLICT");
    }
    writer.write(" ON CONFLICT");
    if (!key.isEmpty()) {
      writer.write(" ").names(key);
    }
    UpdateSpec update = conflict.update();
    if (update == null) {
      writer.write(" DO NOTHING");
      return;
    }
    writer.write(" DO UPDATE SET ");
    set(update);
    where(" WHERE ", update);
  }

  /** {@code ON t.key = excluded.key WHEN MATCHED … UPDATE … WHEN NOT MATCHED THEN INSERT …}. */
  void merge() {
    writer.write(" ON ");
    matches();
    UpdateSpec update = conflict.update();
    if (update != null) {
      writer.write(" WHEN MATCHED");
      where(" AND ", update);
      writer.write(" THEN UPDATE SET ");
      set(update);
    }
    writer.write(" WHEN NOT MATCHED THEN INSERT ").names(inserted).write(" VALUES (");
    for (int i = 0; i < inserted.size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      proposed(inserted.get(i));
    }
    writer.write(")");
  }

  /** No key named: the keys that the row brings along, any of which may be there already. */
  private void matches() {
    List<List<Column<?>>> keys = key.isEmpty() ? bringsAlong() : List.of(key);
    if (keys.isEmpty()) {
      writer.write("1 = 0");
    }
    for (int i = 0; i < keys.size(); i++) {
      writer.write(i == 0 ? "" : " OR ");
      for (int j = 0; j < keys.get(i).size(); j++) {
        Column<?> column = keys.get(i).get(j);
        writer.write(j == 0 ? "" : " AND ");
        writer.write(writer.names().of(target.table())).write(".").identifier(column.name());
        writer.write(" = ");
        proposed(column);
      }
    }
  }

  private List<List<Column<?>>> bringsAlong() {
    Table table = target.table();
    List<List<Column<?>>> keys = new ArrayList<>();
    PrimaryKey primaryKey = table.primaryKeyConstraint();
    if (primaryKey != null) {
      keys.add(primaryKey.columns());
    }
    for (UniqueKey unique : table.uniqueKeys()) {
      keys.add(unique.columns());
    }
    for (Index index : table.indexes()) {
      if (index.isUnique()) {
        List<Column<?>> columns = new ArrayList<>();
        for (Object element : index.elements()) {
          if (element instanceof Column<?> column) {
            columns.add(column);
          }
        }
        keys.add(columns.size() == index.elements().size() ? columns : List.of());
      }
    }
    keys.removeIf(columns -> columns.isEmpty() || !inserted.containsAll(columns));
    return keys;
  }

  private void where(String before, UpdateSpec update) {
    Condition where = update.where();
    if (where != null) {
      inTarget(() -> writer.write(before).expression(where));
    }
  }

  private void set(UpdateSpec update) {
    if (!update.settings().isEmpty()) {
      inTarget(() -> new SettingList(writer, target).write(update.settings()));
      return;
    }
    List<Assignable<?>> named = conflict.proposed();
    List<Column<?>> set = new ArrayList<>(named == null ? inserted : columns(named));
    if (named == null) {
      set.removeAll(key);
    }
    if (set.isEmpty()) {
      throw new CompileException(
          "doUpdate() has nothing to set: only the key is inserted; use doNothing()");
    }
    for (int i = 0; i < set.size(); i++) {
      writer.write(i == 0 ? "" : ", ");
      writer.identifier(set.get(i).name());
      writer.write(" = ");
      proposed(set.get(i));
    }
  }

  private void proposed(Column<?> column) {
    writer.write(PROPOSED).write(".").identifier(column.name());
  }

  private void inTarget(Runnable writing) {
    writer.inside(Scope.of(null, List.of(target.table())), writing);
  }

  private List<Column<?>> columns(Collection<Assignable<?>> assignables) {
    List<Column<?>> columns = new ArrayList<>();
    for (Assignable<?> assignable : assignables) {
      columns.add(target.column(assignable));
    }
    return columns;
  }
}
