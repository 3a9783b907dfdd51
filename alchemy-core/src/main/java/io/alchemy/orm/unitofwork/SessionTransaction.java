package io.alchemy.orm.unitofwork;

import io.alchemy.engine.Transaction;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.IdentityKey;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One level of a session's transaction, the whole of it or a savepoint: what memory has to give back if it is rolled
 * back. It holds states, not instances, so it keeps nothing alive; one that only reads has no tables for them.
 */
final class SessionTransaction {
  /**
   * What a flush did to a new instance that a rollback takes back: attributes that it filled in, and what they were
   * before; and which nulls were the user's own.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Filled(
      int[] attributes, @Nullable Object[] before, @Nullable BitSet explicitNulls) {}

  private final @Nullable SessionTransaction parent;
  private final @Nullable Transaction savepoint;
  private @Nullable InsertedStates inserted;
  private Set<InstanceState> deleted = Set.of();
  private Map<InstanceState, BitSet> changed = Map.of();
  private Map<InstanceState, IdentityKey> renamed = Map.of();
  private Set<InstanceState> moved = Set.of();
  private Set<InstanceState> loaded = Set.of();
  private @Nullable Throwable failure;
  private boolean rolledBack;

  SessionTransaction(@Nullable SessionTransaction parent, @Nullable Transaction savepoint) {
    this.parent = parent;
    this.savepoint = savepoint;
  }

  @Nullable
  SessionTransaction parent() {
    return parent;
  }

  @Nullable
  Transaction savepoint() {
    return savepoint;
  }

  boolean isNested() {
    return parent != null;
  }

  /** A flush has inserted these; they are the transaction's from now on. */
  void inserted(InsertedStates states) {
    if (states.isEmpty()) {
      return;
    }
    if (inserted == null) {
      inserted = states;
    } else {
      inserted.addAll(states);
    }
  }

  void deleted(InstanceState state) {
    if (deleted.isEmpty()) {
      deleted = new LinkedHashSet<>();
    }
    deleted.add(state);
  }

  /** An instance's key changed; the first one counts. */
  void renamed(InstanceState state, IdentityKey before) {
    if (renamed.isEmpty()) {
      renamed = new LinkedHashMap<>();
    }
    renamed.putIfAbsent(state, before);
  }

  /** Attributes changed since this savepoint; the whole transaction needs no such record, as it expires everything. */
  void changed(InstanceState state, BitSet attributes) {
    if (isNested()) {
      if (changed.isEmpty()) {
        changed = new LinkedHashMap<>();
      }
      changed.computeIfAbsent(state, s -> new BitSet()).or(attributes);
    }
  }

  /** A child has another parent since this savepoint, and memory did not know the former one. */
  void moved(InstanceState state) {
    if (isNested()) {
      if (moved.isEmpty()) {
        moved = new LinkedHashSet<>();
      }
      moved.add(state);
    }
  }

  /** An instance came into the session since this savepoint, by a query. */
  void loaded(InstanceState state) {
    if (isNested()) {
      if (loaded.isEmpty()) {
        loaded = new LinkedHashSet<>();
      }
      loaded.add(state);
    }
  }

  boolean hasInserted() {
    return inserted != null && !inserted.isEmpty();
  }

  boolean hasInserted(InstanceState state) {
    return inserted != null && inserted.contains(state);
  }

  void eachInserted(BiConsumer<InstanceState, Filled> action) {
    if (inserted != null) {
      inserted.forEach(action);
    }
  }

  Set<InstanceState> deleted() {
    return deleted;
  }

  Map<InstanceState, BitSet> changed() {
    return changed;
  }

  Set<InstanceState> loaded() {
    return loaded;
  }

  Set<InstanceState> moved() {
    return moved;
  }

  Map<InstanceState, IdentityKey> renamed() {
    return renamed;
  }

  /** The savepoint was released: its parent answers for what happened inside. */
  void mergeIntoParent() {
    if (parent != null) {
      if (inserted != null) {
        parent.inserted(inserted);
      }
      deleted.forEach(parent::deleted);
      changed.forEach(parent::changed);
      renamed.forEach(parent::renamed);
      moved.forEach(parent::moved);
      loaded.forEach(parent::loaded);
    }
  }

  /** An instance left the session by hand. */
  void forget(InstanceState state) {
    if (inserted != null && !inserted.isEmpty()) {
      inserted.remove(state);
    }
    if (!deleted.isEmpty()) {
      deleted.remove(state);
    }
    if (!changed.isEmpty()) {
      changed.remove(state);
    }
    if (!renamed.isEmpty()) {
      renamed.remove(state);
    }
    if (!moved.isEmpty()) {
      moved.remove(state);
    }
    if (!loaded.isEmpty()) {
      loaded.remove(state);
    }
  }

  /** Why the transaction must be rolled back; null while it is sound. */
  @Nullable
  Throwable failure() {
    return failure;
  }

  /** The first cause counts. */
  void failed(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  /** Whether the database rolled this level back already. */
  boolean isRolledBack() {
    return rolledBack;
  }

  void rolledBack() {
    rolledBack = true;
  }
}
