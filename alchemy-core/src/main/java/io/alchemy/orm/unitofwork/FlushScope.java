package io.alchemy.orm.unitofwork;

import io.alchemy.error.FlushException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.PreparedClass;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one flush is about: the instances to save and to delete, and the rows that have been planned for them so far. A state knows its
 * own row while this is open; a map from one to the other was 65 bytes a row.
 */
final class FlushScope implements AutoCloseable {
  private final UnitOfWork work;
  private final Set<InstanceState> deletions = new LinkedHashSet<>();
  private final Set<InstanceState> orphans = new LinkedHashSet<>();
  private final Set<InstanceState> replaced = new LinkedHashSet<>();
  private final List<RowChange> saves;
  private final Map<InstanceState, RowChange> deletes = new LinkedHashMap<>();
  private final List<RowChange> others = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final StoredValues stored;
  private @Nullable PreparedClass lastType;
  private @Nullable MapperLayout lastLayout;

  FlushScope(UnitOfWork work) {
    this.work = work;
    this.saves = new ArrayList<>(work.pending().size() + work.modified().size());
    this.stored = new StoredValues(work);
  }

  UnitOfWork work() {
    return work;
  }

  FlushSchema schema() {
    return work.schema();
  }

  /** Mostly the instance is of the class that was asked about before. */
  MapperLayout layout(InstanceState state) {
    MapperLayout layout = lastLayout;
    if (layout == null || state.type() != lastType) {
      layout = work.schema().layout(work.mapper(state));
      lastType = state.type();
      lastLayout = layout;
    }
    return layout;
  }

  /** Persistent instances whose rows go. */
  Set<InstanceState> deletions() {
    return deletions;
  }

  /** Pending instances that lost the parent without which they must not be; they leave the session unsaved. */
  Set<InstanceState> orphans() {
    return orphans;
  }

  /** The rows of instances that stay. */
  List<RowChange> saves() {
    return saves;
  }

  /** The row that is planned for an instance that stays; null if there is none. */
  static @Nullable RowChange planned(InstanceState state) {
    return (RowChange) state.planned();
  }

  /** Takes rows out that turned out to change nothing. */
  void dropSaves(Set<RowChange> unchanged) {
    if (!unchanged.isEmpty()) {
      saves.removeAll(unchanged);
      unchanged.forEach(FlushScope::forget);
    }
  }

  private static void forget(RowChange row) {
    if (row.state() != null) {
      row.state().planned(null);
    }
  }

  @Override
  public void close() {
    saves.forEach(FlushScope::forget);
  }

  Map<InstanceState, RowChange> deletes() {
    return deletes;
  }

  /** Rows of no instance: link rows, and second updates. */
  List<RowChange> others() {
    return others;
  }

  List<String> warnings() {
    return warnings;
  }

  void warn(String message) {
    warnings.add(message);
  }

  /** Pending and changed instances that are neither deleted nor orphans. */
  List<InstanceState> saved() {
    List<InstanceState> saved =
        new ArrayList<>(work.pending().size() + work.modified().size());
    for (InstanceState state : work.pending()) {
      if (!orphans.contains(state)) {
        saved.add(state);
      }
    }
    for (InstanceState state : work.modified()) {
      if (state.lifecycle() == Lifecycle.PERSISTENT && !deletions.contains(state)) {
        saved.add(state);
      }
    }
    return saved;
  }

  /** Whether the instance will have a row when the flush is done. */
  boolean stays(InstanceState state) {
    return work.isMine(state) && !deletions.contains(state) && !orphans.contains(state);
  }

  /**
   * The row of an instance that stays: an INSERT if it is pending, else an UPDATE, empty so far if there was none. A
   * pending instance that takes over the key of a deleted one takes over its row too.
   */
  RowChange row(InstanceState state) {
    RowChange row = planned(state);
    if (row == null) {
      TableLayout table = layout(state).table();
      if (state.lifecycle() == Lifecycle.PENDING) {
        InstanceState old = holderOfKey(state);
        row = old == null
            ? RowChange.insert(table, state)
            : RowChange.update(table, state, table.primaryKey(), StoredValues.key(old));
        if (old != null) {
          row.replaced(old);
          replaced.add(old);
        }
      } else {
        row = RowChange.update(table, state, table.primaryKey(), StoredValues.key(state));
      }
      state.planned(row);
      saves.add(row);
    }
    return row;
  }

  private @Nullable InstanceState holderOfKey(InstanceState state) {
    Mapper<?> mapper = layout(state).mapper();
    Object key = mapper.keyOf(Instances.instance(state));
    InstanceState holder = key == null ? null : work.find(mapper, key);
    if (holder == null || holder == state || deletions.contains(holder)) {
      return holder;
    }
    throw new FlushException(
        "A new instance of " + Instances.name(holder)
            + " cannot be saved: the session has that row as another instance. Change that one, or merge the new one.");
  }

  /** Deleted instances whose rows a new instance took over. */
  Set<InstanceState> replaced() {
    return replaced;
  }

  /** What the instance's row will have in a column: a value, or a {@link RowChange.KeyOf} if only the flush will know. */
  @Nullable
  Object value(InstanceState state, Column<?> column) {
    MapperLayout layout = layout(state);
    int position = layout.table().position(column);
    RowChange row = planned(state);
    if (row != null && row.isSet(position)) {
      return row.value(position) instanceof RowChange.Late
          ? new RowChange.KeyOf(row, position)
          : row.value(position);
    }
    if (state.lifecycle() == Lifecycle.PENDING) {
      return new RowChange.KeyOf(row(state), position);
    }
    return stored(state, position);
  }

  /** What the row has in a column now. */
  @Nullable
  Object stored(InstanceState state, int position) {
    return stored.value(state, position);
  }

  /** What rows hold. */
  StoredValues stored() {
    return stored;
  }

  /** Loads a relationship of many instances, where it is not loaded. */
  void load(Collection<InstanceState> states, RelationshipProperty relationship) {
    List<InstanceState> missing = new ArrayList<>();
    for (InstanceState state : states) {
      if (state.isUnloaded(relationship.attribute())) {
        missing.add(state);
      }
    }
    if (!missing.isEmpty()) {
      work.loader().loadAll(work, missing, relationship.attribute());
    }
  }

  /** The state of a relationship's member, if the member is going to have a row; else null, and a warning or an error. */
  @Nullable
  InstanceState member(InstanceState owner, RelationshipProperty relationship, Object member) {
    InstanceState state = Instances.stateOrNull(member);
    if (state != null && stays(state)) {
      return state;
    }
    if (state != null && (deletions.contains(state) || orphans.contains(state))) {
      return null;
    }
    String of = Instances.name(owner) + "." + relationship.key();
    if (relationship.isCollection()) {
      warn(
          Instances.name(member) + " is in " + of
              + " but not in the session, and is not saved: add it. (A child that only refers to its parent does not follow it into the session.)");
      return null;
    }
    throw new FlushException(
        of + " refers to " + Instances.name(member)
            + ", which is not in the session and so has no key: add it, or let the relationship cascade SAVE_UPDATE.");
  }

  Prepared instance(InstanceState state) {
    return Instances.instance(state);
  }
}
