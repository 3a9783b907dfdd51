package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.IdentityKey;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.sql.Expression;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** After a flush: keys, defaults and foreign keys are written into the instances, which are then as the database has them. */
final class WriteBack {
  private final FlushScope scope;
  private final UnitOfWork work;
  private final InsertedStates inserted;

  /** The attributes of the row at hand: one set for all, since two for each took 96 bytes a row. */
  private final BitSet written = new BitSet();

  /** Likewise what a rollback would take back. */
  private int[] attributes = {};

  private @Nullable Object[] before = {};

  private WriteBack(FlushScope scope) {
    this.scope = scope;
    this.work = scope.work();
    this.inserted = new InsertedStates(work.pending().size());
  }

  static void apply(FlushScope scope) {
    WriteBack back = new WriteBack(scope);
    scope.orphans().forEach(scope.work().membership()::evict);
    scope.deletions().forEach(back::deleted);
    try {
      scope.saves().forEach(back::saved);
    } finally {
      scope.work().transactions().current().inserted(back.inserted);
    }
    scope.work().loader().group(back.inserted.states());
    for (InstanceState state : List.copyOf(scope.work().modified())) {
      back.changed(state);
      back.clean(state);
    }
  }

  private void deleted(InstanceState state) {
    work.transactions().current().changed(state, Changes.of(state));
    work.gone(state);
  }

  private void saved(RowChange row) {
    row.settle();
    InstanceState state = Objects.requireNonNull(row.state());
    if (state.lifecycle() == Lifecycle.PENDING) {
      inserted(row, state);
    } else {
      updated(row, state);
    }
  }

  private void inserted(RowChange row, InstanceState state) {
    Prepared instance = Instances.instance(state);
    MapperLayout layout = scope.layout(state);
    SessionTransaction.Filled filled = fill(row, layout, state, instance);
    Mapper<?> mapper = layout.mapper();
    state.identity(mapper, Objects.requireNonNull(mapper.keyOf(instance)));
    state.lifecycle(Lifecycle.PERSISTENT);
    work.pending().remove(state);
    work.identity().put(state);
    inserted.add(state, filled);
    forgetUnset(layout, state, instance);
    state.clearChanges();
    work.assignments().forget(state);
    for (ColumnProperty property : layout.mutableColumns()) {
      keepOriginal(state, instance, property);
    }
    if (row.isComputed()) {
      expireExpressions(row, state);
    }
  }

  /** Gives the instance what the flush made of its row; what a rollback has to take back of that. */
  private SessionTransaction.Filled fill(
      RowChange row, MapperLayout layout, InstanceState state, Prepared instance) {
    BitSet explicitNulls = state.explicitNulls();
    int size = layout.table().size();
    if (attributes.length < size) {
      attributes = new int[size];
      before = new Object[size];
    }
    int kept = 0;
    boolean wereUnset = true;
    for (int i = 0; i < size; i++) {
      ColumnProperty property = layout.property(i);
      if (property == null || !row.isSet(i)) {
        continue;
      }
      Object was = instance.alchemy$get(property.attribute());
      boolean isNew = row.value(i) != was;
      if (isNew && layout.isTakenBack(i)) {
        attributes[kept] = property.attribute();
        before[kept++] = was;
        wereUnset &= was == null;
      }
      if (isNew || property.primaryKey()) {
        write(state, instance, property, row.value(i));
      }
    }
    return explicitNulls == null && wereUnset
        ? layout.filled(attributes, kept)
        : new SessionTransaction.Filled(
            Arrays.copyOf(attributes, kept), Arrays.copyOf(before, kept), explicitNulls);
  }

  /** A reference that was never set leads where a foreign key that was set leads: it loads when it is touched. */
  private static void forgetUnset(MapperLayout layout, InstanceState state, Prepared instance) {
    Mapper<?> mapper = layout.mapper();
    for (RelationshipProperty relationship : layout.relationships()) {
      int attribute = relationship.attribute();
      if (relationship.direction() == Direction.MANY_TO_ONE
          && instance.alchemy$get(attribute) == null
          && !state.isExplicitNull(attribute)
          && relationship.pairs().stream()
              .map(pair -> mapper.property(pair.near()))
              .anyMatch(key -> key != null && instance.alchemy$get(key.attribute()) != null)) {
        state.markUnloaded(attribute);
      }
    }
  }

  private static void write(
      InstanceState state, Prepared instance, ColumnProperty property, @Nullable Object value) {
    if (!(value instanceof Expression)) {
      instance.alchemy$set(property.attribute(), value);
      state.markLoaded(property.attribute());
    }
  }

  private void updated(RowChange row, InstanceState state) {
    Prepared instance = Instances.instance(state);
    MapperLayout layout = scope.layout(state);
    changed(state);
    boolean renamed = false;
    for (int i = 0; i < row.table().size(); i++) {
      ColumnProperty property = layout.property(i);
      if (row.isSet(i) && property != null) {
        write(state, instance, property, row.value(i));
        written.set(property.attribute());
        renamed |= property.primaryKey();
      }
    }
    forgetMoved(row, layout, state, instance);
    clean(state);
    if (row.isComputed()) {
      expireExpressions(row, state);
    }
    if (renamed) {
      rename(state, instance);
    }
  }

  /** A reference whose foreign key was changed by value loads anew when it is touched. */
  private void forgetMoved(
      RowChange row, MapperLayout layout, InstanceState state, Prepared instance) {
    for (RelationshipProperty relationship : layout.relationships()) {
      int attribute = relationship.attribute();
      if (relationship.direction() == Direction.MANY_TO_ONE
          && !state.isModified(attribute)
          && writesKeyOf(relationship, row)) {
        state.markUnloaded(attribute);
        state.target(attribute, null);
        instance.alchemy$set(attribute, null);
        written.set(attribute);
        work.transactions().current().moved(state);
      }
    }
  }

  private static boolean writesKeyOf(RelationshipProperty relationship, RowChange row) {
    for (ColumnPair pair : relationship.pairs()) {
      if (row.isSet(row.table().position(pair.near()))) {
        return true;
      }
    }
    return false;
  }

  private void rename(InstanceState state, Prepared instance) {
    IdentityKey before = Objects.requireNonNull(IdentityKey.of(state));
    Object after = Objects.requireNonNull(before.mapper().keyOf(instance));
    work.identity().remove(state);
    state.identity(before.mapper(), after);
    work.identity().put(state);
    work.transactions().current().renamed(state, before);
    for (Mapper<?> mapper : work.mappers().all()) {
      for (TableLayout.Reference reference :
          work.schema().layout(mapper).table().references()) {
        if (reference.follows() && reference.target() == before.mapper().table()) {
          follow(mapper, reference, state, StoredValues.values(before.mapper(), before.value()));
        }
      }
    }
  }

  /** Foreign keys that the database has changed with the key that they refer to are changed in memory too. */
  private void follow(
      Mapper<?> mapper,
      TableLayout.Reference reference,
      InstanceState parent,
      @Nullable Object[] before) {
    MapperLayout layout = work.schema().layout(mapper);
    int[] key = scope.layout(parent).table().primaryKey();
    for (InstanceState child : work.identity().states()) {
      Prepared instance = child.instance();
      if (instance == null || work.mapper(child) != mapper) {
        continue;
      }
      boolean renamed = false;
      for (int i = 0; i < reference.columns().length; i++) {
        int position = reference.columns()[i];
        int part = part(
            key, scope.layout(parent).table().position(reference.targetColumns().get(i)));
        ColumnProperty property = layout.property(position);
        if (property == null || part < 0) {
          forgetTargets(child, layout, position);
        } else if (refersTo(child, instance, layout, position, before[part])) {
          write(child, instance, property, property.type().convert(StoredValues.key(parent)[part]));
          BitSet followed = new BitSet();
          followed.set(property.attribute());
          work.transactions().current().changed(child, followed);
          renamed |= layout.table().isPrimaryKey(position);
        }
      }
      if (renamed && child != parent) {
        rename(child, instance);
      }
    }
  }

  private static int part(int[] key, int position) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] == position) {
        return i;
      }
    }
    return -1;
  }

  private static boolean refersTo(
      InstanceState child,
      Prepared instance,
      MapperLayout layout,
      int position,
      @Nullable Object key) {
    ColumnProperty property = Objects.requireNonNull(layout.property(position));
    int ownPart = part(layout.table().primaryKey(), position);
    Object refers = ownPart >= 0
        ? StoredValues.key(child)[ownPart]
        : child.isUnloaded(property.attribute()) || child.isModified(property.attribute())
            ? null
            : instance.alchemy$get(property.attribute());
    return refers != null && property.type().same(refers, property.type().convert(key));
  }

  /** Where a foreign key that only a reference keeps leads is asked of the database again. */
  private static void forgetTargets(InstanceState child, MapperLayout layout, int position) {
    for (RelationshipProperty relationship : layout.relationships()) {
      if (relationship.pairs().stream()
          .anyMatch(pair -> pair.near() == layout.table().column(position))) {
        child.target(relationship.attribute(), null);
      }
    }
  }

  /** Begins a row: what its user changed counts as written. */
  private void changed(InstanceState state) {
    written.clear();
    for (int i = 0, n = state.type().size(); i < n; i++) {
      if (state.isModified(i)) {
        written.set(i);
      }
    }
  }

  /** The instance is as the database has it; a savepoint remembers what was written. */
  private void clean(InstanceState state) {
    SessionTransaction level = work.transactions().current();
    level.changed(state, written);
    for (RelationshipProperty relationship : scope.layout(state).relationships()) {
      if (relationship.direction() == Direction.MANY_TO_ONE
          && state.committed(relationship.attribute()) == InstanceState.NOT_LOADED) {
        level.moved(state);
      }
    }
    work.modified().remove(state);
    state.clearChanges();
    work.assignments().forget(state);
    for (ColumnProperty property : scope.layout(state).mutableColumns()) {
      if (written.get(property.attribute())) {
        keepOriginal(state, Instances.instance(state), property);
      }
    }
  }

  /** The user has the value in hand that was just written, and may go on to change it in place. */
  private void keepOriginal(InstanceState state, Prepared instance, ColumnProperty property) {
    if (!state.isUnloaded(property.attribute())) {
      work.inPlace().keep(state, instance, property);
    }
  }

  /** A value that the database computed is read when it is asked for. */
  private void expireExpressions(RowChange row, InstanceState state) {
    MapperLayout layout = scope.layout(state);
    for (int i = 0; i < row.table().size(); i++) {
      ColumnProperty property = layout.property(i);
      if (property != null && row.value(i) instanceof Expression) {
        state.expire(property.attribute());
      }
    }
  }
}
