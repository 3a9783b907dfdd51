package io.alchemy.orm.unitofwork;

import io.alchemy.error.FlushException;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies keys of parents into foreign keys of children, as relationships changed. What a child gains wins over what it
 * loses, so a child that moves from one parent to another is never cut off between.
 */
final class ForeignKeys {
  private final FlushScope scope;
  private final List<Deletions.Bereaved> lost = new ArrayList<>();

  ForeignKeys(FlushScope scope) {
    this.scope = scope;
  }

  /** The one-to-many and many-to-one relationships of an instance that stays. */
  void follow(InstanceState state) {
    Prepared instance = scope.instance(state);
    for (RelationshipProperty relationship : scope.layout(state).relationships()) {
      if (relationship.isViewOnly()) {
        continue;
      }
      switch (relationship.direction()) {
        case ONE_TO_MANY -> oneToMany(state, instance, relationship);
        case MANY_TO_ONE -> manyToOne(state, instance, relationship);
        case MANY_TO_MANY -> {}
      }
    }
  }

  private void oneToMany(
      InstanceState parent, Prepared instance, RelationshipProperty relationship) {
    boolean renamed = isRenamed(parent, relationship);
    if (renamed) {
      scope.load(List.of(parent), relationship);
    }
    History history = Changes.history(parent, instance, relationship);
    if (renamed) {
      rename(parent, relationship, history.unchanged());
    }
    if (!history.hasChanges()) {
      return;
    }
    for (Object member : history.added()) {
      InstanceState child = scope.member(parent, relationship, member);
      if (child != null) {
        refer(child, columns(child, relationship, false), parent, relationship.pairs(), false);
      }
    }
    for (Object member : history.removed()) {
      InstanceState child = Instances.stateOrNull(member);
      if (child != null) {
        lost.add(new Deletions.Bereaved(child, relationship, parent));
      }
    }
  }

  /** Whether the key changes that the children refer to, and the database leaves it to us to tell them. */
  private boolean isRenamed(InstanceState parent, RelationshipProperty relationship) {
    RowChange row = FlushScope.planned(parent);
    if (row == null || row.kind() != RowChange.Kind.UPDATE || row.replaced() != null) {
      return false;
    }
    List<Column<?>> foreignKey = new ArrayList<>();
    boolean changes = false;
    for (ColumnPair pair : relationship.pairs()) {
      foreignKey.add(pair.far());
      changes |= row.isSet(row.table().position(pair.near()));
    }
    TableLayout children = scope.schema().layout(relationship.target().table());
    return changes && !children.follows(children.positions(foreignKey));
  }

  private void rename(
      InstanceState parent, RelationshipProperty relationship, List<Object> members) {
    for (Object member : members) {
      InstanceState child = Instances.stateOrNull(member);
      if (child != null && scope.stays(child)) {
        refer(child, columns(child, relationship, false), parent, relationship.pairs(), false);
      }
    }
  }

  private void manyToOne(
      InstanceState child, Prepared instance, RelationshipProperty relationship) {
    int attribute = relationship.attribute();
    Object now = child.isUnloaded(attribute) ? null : instance.alchemy$get(attribute);
    if (child.lifecycle() == Lifecycle.PENDING) {
      if (now == null && !child.isExplicitNull(attribute)) {
        return; // never set: an attribute that keeps the foreign key speaks for itself
      }
    } else {
      Object before = child.committed(attribute);
      if (before == InstanceState.UNCHANGED || before == now) {
        return;
      }
    }
    InstanceState parent = now == null ? null : scope.member(child, relationship, now);
    int[] columns = columns(child, relationship, true);
    if (parent == null) {
      Object before = child.committed(attribute);
      RelationshipProperty inverse = relationship.inverse();
      clear(
          child,
          columns,
          inverse == null ? relationship : inverse,
          before == null ? null : Instances.stateOrNull(before));
    } else {
      refer(child, columns, parent, relationship.pairs(), true);
    }
  }

  /** The child's columns of the foreign key. */
  private int[] columns(InstanceState child, RelationshipProperty relationship, boolean near) {
    TableLayout table = scope.layout(child).table();
    List<Column<?>> columns = new ArrayList<>();
    for (ColumnPair pair : relationship.pairs()) {
      columns.add(near ? pair.near() : pair.far());
    }
    return table.positions(columns);
  }

  private void refer(
      InstanceState child,
      int[] columns,
      InstanceState parent,
      List<ColumnPair> pairs,
      boolean childIsNear) {
    RowChange row = scope.row(child);
    for (int i = 0; i < columns.length; i++) {
      ColumnPair pair = pairs.get(i);
      Object value = scope.value(parent, childIsNear ? pair.far() : pair.near());
      if (child.lifecycle() == Lifecycle.PENDING || !isStored(child, columns[i], value)) {
        row.value(columns[i], value);
      }
    }
    RowChange parentRow = FlushScope.planned(parent);
    if (parentRow != null && parentRow.kind() == RowChange.Kind.INSERT) {
      row.dependsOn(parentRow, columns, false);
    }
  }

  /** Whether the row has this value there already, as far as memory knows. */
  private boolean isStored(InstanceState child, int position, @Nullable Object value) {
    if (value instanceof RowChange.Late || scope.row(child).isSet(position)) {
      return false;
    }
    ColumnProperty property = scope.layout(child).property(position);
    return property != null
        && !child.isUnloaded(property.attribute())
        && child.committed(property.attribute()) == InstanceState.UNCHANGED
        && property
            .type()
            .same(
                Instances.instance(child).alchemy$get(property.attribute()),
                property.type().convert(value));
  }

  /** When all gains are known: cuts the children that lost a parent and found no other. */
  void cut(List<Deletions.Bereaved> bereaved) {
    lost.addAll(bereaved);
    for (Deletions.Bereaved each : lost) {
      InstanceState child = each.child();
      if (!scope.stays(child) || child.lifecycle() != Lifecycle.PERSISTENT) {
        continue;
      }
      int[] columns = columns(child, each.relationship(), false);
      if (stillRefers(child, columns, each)) {
        clear(child, columns, each.relationship(), each.parent());
      }
    }
  }

  private boolean stillRefers(InstanceState child, int[] columns, Deletions.Bereaved each) {
    RowChange row = FlushScope.planned(child);
    MapperLayout layout = scope.layout(child);
    for (int i = 0; i < columns.length; i++) {
      if (row != null && row.isSet(columns[i])) {
        return false;
      }
      ColumnProperty property = layout.property(columns[i]);
      if (property == null) {
        RelationshipProperty reference = each.relationship().inverse();
        if (reference != null && References.leadsElsewhere(child, reference, each.parent())) {
          return false;
        }
        continue; // unknown, but the parent said so
      }
      if (child.isUnloaded(property.attribute())) {
        continue;
      }
      Object key = scope.stored(
          each.parent(),
          scope
              .layout(each.parent())
              .table()
              .position(each.relationship().pairs().get(i).near()));
      Object refers = Instances.instance(child).alchemy$get(property.attribute());
      if (!property.type().same(refers, property.type().convert(key))) {
        return false;
      }
    }
    return true;
  }

  private void clear(
      InstanceState child,
      int[] columns,
      RelationshipProperty relationship,
      @Nullable InstanceState parent) {
    RowChange row = scope.row(child);
    for (int column : columns) {
      if (row.table().isPrimaryKey(column) && row.kind() == RowChange.Kind.UPDATE) {
        throw new FlushException(relationship + " let go of " + Instances.name(child)
            + ", whose foreign key " + row.table().name() + "."
            + row.table().column(column).name()
            + " is part of its primary key and cannot be null: delete it, or let the relationship cascade DELETE_ORPHAN"
            + " (DELETE, if the parent is deleted).");
      }
      row.value(column, null);
    }
    if (parent != null) {
      row.nulledBy(relationship, parent);
    }
  }

  /** Rows of tables in a circle also depend on each other by the values of foreign keys that no relationship set. */
  void byValue() {
    RowsByKey inserted = new RowsByKey();
    for (RowChange row : scope.saves()) {
      if (row.kind() == RowChange.Kind.INSERT && row.table().isInCircle()) {
        inserted.add(row);
      }
    }
    if (inserted.isEmpty()) {
      return;
    }
    for (RowChange row : scope.saves()) {
      for (TableLayout.Reference reference : row.table().references()) {
        RowChange parent = inserted.find(row, reference, scope.schema());
        if (parent != null) {
          row.dependsOn(parent, reference.columns(), false);
        }
      }
    }
  }
}
