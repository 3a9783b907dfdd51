package io.alchemy.orm.instrument;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What most loaded instances do without: their {@link InstanceState} has this only while there is something in it. */
final class RareState {
  /** By attribute: what it was at the last flush. */
  @Nullable
  Object @Nullable [] committed;

  @Nullable
  PendingChanges @Nullable [] pending;

  /** By attribute: the key of what an unloaded reference refers to. */
  @Nullable
  Object @Nullable [] targets;

  /** The instance, while it must not be collected. */
  @Nullable
  Object strong;

  @Nullable
  Originals originals;

  @Nullable
  Wide wide;

  @Nullable
  Object planned;

  int place = -1;
  private int explicitNulls;

  /** Attributes that are not bits. */
  static final class Wide {
    final BitSet unloaded = new BitSet();
    final BitSet expired = new BitSet();
    private final BitSet explicitNulls = new BitSet();
  }

  boolean isEmpty() {
    return committed == null
        && pending == null
        && targets == null
        && strong == null
        && originals == null
        && wide == null
        && planned == null
        && place < 0
        && explicitNulls == 0;
  }

  // ---- attributes that were set to null on purpose

  boolean isExplicitNull(int attribute) {
    return attribute < InstanceState.INLINE
        ? (explicitNulls & InstanceState.bit(attribute)) != 0
        : wide != null && wide.explicitNulls.get(attribute);
  }

  /** The attributes; null if there are none. */
  @Nullable
  BitSet explicitNulls() {
    if (explicitNulls == 0 && wide == null) {
      return null;
    }
    BitSet nulls = BitSet.valueOf(new long[] {explicitNulls});
    if (wide != null) {
      nulls.or(wide.explicitNulls);
    }
    return nulls.isEmpty() ? null : nulls;
  }

  void explicitNull(int attribute, boolean isNull) {
    if (attribute >= InstanceState.INLINE) {
      if (wide != null) {
        wide.explicitNulls.set(attribute, isNull);
      }
    } else if (isNull) {
      explicitNulls |= InstanceState.bit(attribute);
    } else {
      explicitNulls &= ~InstanceState.bit(attribute);
    }
  }

  // ---- changes

  void remember(int attribute, @Nullable Object before, int attributes) {
    if (committed == null) {
      committed = new Object[attributes];
      Arrays.fill(committed, InstanceState.UNCHANGED);
    }
    if (committed[attribute] == InstanceState.UNCHANGED) {
      committed[attribute] = before;
    }
  }

  void clearCommitted(int attribute) {
    if (committed == null) {
      return;
    }
    committed[attribute] = InstanceState.UNCHANGED;
    for (Object before : committed) {
      if (before != InstanceState.UNCHANGED) {
        return;
      }
    }
    committed = null;
  }

  PendingChanges pendingOrNew(int attribute, int attributes) {
    if (pending == null) {
      pending = new PendingChanges[attributes];
    }
    PendingChanges changes = pending[attribute];
    if (changes == null) {
      pending[attribute] = changes = new PendingChanges();
    }
    return changes;
  }

  void clearPending(int attribute) {
    if (pending == null) {
      return;
    }
    pending[attribute] = null;
    if (Arrays.stream(pending).allMatch(Objects::isNull)) {
      pending = null;
    }
  }

  /** Everything is as the database has it. */
  void clearChanges() {
    committed = null;
    pending = null;
    strong = null;
    explicitNulls = 0;
    if (wide != null) {
      wide.explicitNulls.clear();
    }
  }
}
