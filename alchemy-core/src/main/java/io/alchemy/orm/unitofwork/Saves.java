package io.alchemy.orm.unitofwork;

import io.alchemy.error.FlushException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What instances say about their own columns: what an INSERT writes, and what an UPDATE has to. */
final class Saves {
  private final FlushScope scope;

  Saves(FlushScope scope) {
    this.scope = scope;
  }

  /** Plans the instance's row as far as its own attributes go; foreign keys come from relationships. */
  void columns(InstanceState state) {
    if (state.lifecycle() == Lifecycle.PENDING) {
      insert(state);
    } else {
      update(state);
    }
  }

  private void insert(InstanceState state) {
    RowChange row = scope.row(state);
    MapperLayout layout = scope.layout(state);
    Prepared instance = scope.instance(state);
    for (int position = 0, n = layout.table().size(); position < n; position++) {
      ColumnProperty property = layout.property(position);
      if (property == null || state.isUnloaded(property.attribute())) {
        continue;
      }
      Object value = instance.alchemy$get(property.attribute());
      if (isUnsetKey(layout.table(), position, value, property, state)
          || (position == layout.version() && (value == null || isZero(value)))) {
        continue;
      }
      Expression<?> computed = scope.work().assignments().expression(state, property.attribute());
      if (computed != null) {
        row.value(position, computed);
      } else if (value != null || state.isExplicitNull(property.attribute())) {
        row.value(position, value);
      }
    }
  }

  /** A key that the database makes is unset while it is null; in a primitive field, while it is zero. */
  private static boolean isUnsetKey(
      TableLayout table,
      int position,
      @Nullable Object value,
      ColumnProperty property,
      InstanceState state) {
    if (!table.isPrimaryKey(position)) {
      return false;
    }
    if (value == null) {
      return true;
    }
    return table.isGenerated(position)
        && state.type().fieldType(property.attribute()).isPrimitive()
        && isZero(value);
  }

  private static boolean isZero(@Nullable Object value) {
    return value instanceof Number number && number.longValue() == 0;
  }

  private void update(InstanceState state) {
    MapperLayout layout = scope.layout(state);
    Prepared instance = scope.instance(state);
    for (int position = 0, n = layout.table().size(); position < n; position++) {
      ColumnProperty property = layout.property(position);
      Object before =
          property == null ? InstanceState.UNCHANGED : state.committed(property.attribute());
      if (property == null || before == InstanceState.UNCHANGED) {
        continue;
      }
      Object now = instance.alchemy$get(property.attribute());
      Expression<?> computed = scope.work().assignments().expression(state, property.attribute());
      if (computed != null) {
        scope.row(state).value(position, computed);
      } else if (before == InstanceState.NOT_LOADED || !property.type().same(before, now)) {
        scope.row(state).value(position, now);
      }
    }
  }

  // ---- completing rows, when relationships have had their say

  /** Fills in defaults, and the nulls that give all rows of a class one shape. */
  void completeInsert(RowChange row) {
    InstanceState state = row.state();
    MapperLayout layout = state == null ? null : scope.layout(state);
    TableLayout table = row.table();
    for (int i = 0; i < table.size(); i++) {
      if (row.isSet(i)) {
        continue;
      }
      if (layout != null && i == layout.version()) {
        row.value(i, Versions.first(table.column(i)));
      } else if (table.hasDefault(i) && !(table.isPrimaryKey(i) && table.isComputed(i))) {
        row.value(i, RowChange.DefaultOf.INSERT);
      } else if (table.isServerMade(i)) {
        continue;
      } else if (table.isPrimaryKey(i)) {
        throw noKey(row, table.column(i));
      } else if (layout != null && layout.isMapped(i)) {
        row.value(i, null);
      }
    }
  }

  /** A new instance in an old row: every column is the new one's, or as a new row would have it. */
  void completeTakeOver(RowChange row) {
    TableLayout table = row.table();
    for (int i = 0; i < table.size(); i++) {
      if (table.isPrimaryKey(i)) {
        row.value(i, RowChange.ABSENT);
      } else if (!row.isSet(i) && table.hasDefault(i)) {
        row.value(i, RowChange.DefaultOf.INSERT);
      } else if (!row.isSet(i)) {
        row.value(i, table.serverDefault(i));
      }
    }
  }

  private static FlushException noKey(RowChange row, Column<?> column) {
    String name = row.state() == null ? "a row" : Instances.name(row.state());
    return new FlushException(
        name + " of table " + row.table().name() + " has no value for "
            + column.name()
            + ", which is part of the primary key and is not made by the database: set it before the flush, give the column a default, or set the relationship that it follows.");
  }

  /** Adds what changes with every update: client values, and the version; drops the row if nothing else changed. */
  boolean completeUpdate(RowChange row) {
    if (row.isEmpty()) {
      return false;
    }
    TableLayout table = row.table();
    for (int i = 0; i < table.size(); i++) {
      if (!row.isSet(i) && table.hasOnUpdate(i)) {
        row.value(i, RowChange.DefaultOf.UPDATE);
      }
    }
    return true;
  }

  /** The same row, found by its version too, and counting it up. */
  RowChange versioned(RowChange row) {
    InstanceState state = row.state();
    int version = state == null ? -1 : scope.layout(state).version();
    if (state == null || version < 0 || row.kind() == RowChange.Kind.INSERT) {
      return row;
    }
    Object before = scope.stored(row.replaced() == null ? state : row.replaced(), version);
    int[] where = append(row.where(), version);
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : row.whereValues()) {
      values.add(value);
    }
    values.add(before);
    if (row.kind() == RowChange.Kind.UPDATE && (!row.isSet(version) || row.replaced() != null)) {
      row.value(version, Versions.next(row.table().column(version), before));
    }
    return row.foundBy(where, values.toArray());
  }

  private static int[] append(int[] positions, int last) {
    int[] more = java.util.Arrays.copyOf(positions, positions.length + 1);
    more[positions.length] = last;
    return more;
  }
}
