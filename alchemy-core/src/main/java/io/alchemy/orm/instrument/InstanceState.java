package io.alchemy.orm.instrument;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about one instance: its key and session, which attributes are not loaded, and the values that
 * changed attributes had at the last flush. It is the identity map's own entry and its weak reference to the instance;
 * a changed instance is held strongly until it is flushed.
 *
 * <p>The first 64 attributes are bits of a {@code long}; wider classes pay for a {@link BitSet} more.
 */
public final class InstanceState extends WeakReference<Object> {
  /** In {@link #committed(int)}: the attribute has not changed since the last flush. */
  public static final Object UNCHANGED = new Object() {
    @Override
    public String toString() {
      return "UNCHANGED";
    }
  };

  /** In {@link #committed(int)}: the attribute changed, and what it was before was never loaded. */
  public static final Object NOT_LOADED = new Object() {
    @Override
    public String toString() {
      return "NOT_LOADED";
    }
  };

  private final PreparedClass type;
  private Lifecycle lifecycle = Lifecycle.TRANSIENT;
  private @Nullable StateOwner owner;
  private @Nullable Object key;
  private @Nullable Object siblings;
  private @Nullable Object strong;
  private @Nullable Object @Nullable [] committed;
  private @Nullable PendingChanges @Nullable [] pending;
  private @Nullable Object @Nullable [] targets;
  private long unloaded;
  private long expired;
  private long explicitNulls;
  private @Nullable Wide wide;

  public InstanceState(Prepared instance, @Nullable ReferenceQueue<Object> queue) {
    super(instance, queue);
    this.type = instance.alchemy$class();
    if (type.size() > Long.SIZE) {
      wide = new Wide();
    }
  }

  public PreparedClass type() {
    return type;
  }

  /** The instance; null once it was collected. */
  public @Nullable Prepared instance() {
    return (Prepared) get();
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  public void lifecycle(Lifecycle now) {
    lifecycle = now;
  }

  /** Whether the instance has, or had, a row: to set such an attribute to null is a change like any other. */
  boolean hasRow() {
    return lifecycle != Lifecycle.TRANSIENT && lifecycle != Lifecycle.PENDING;
  }

  /** The session that owns the instance; null when it is transient or detached. */
  public @Nullable StateOwner owner() {
    return owner;
  }

  public void owner(@Nullable StateOwner session) {
    owner = session;
  }

  /** The identity key; null until a row is known. */
  public @Nullable Object key() {
    return key;
  }

  public void key(@Nullable Object identity) {
    key = identity;
  }

  /** The group of instances that came with this one, which a lazy load serves together; whoever loads defines it. */
  public @Nullable Object siblings() {
    return siblings;
  }

  public void siblings(@Nullable Object group) {
    siblings = group;
  }

  /** Holds the instance strongly while {@code hold} is true. */
  public void holdStrongly(boolean hold) {
    strong = hold ? get() : null;
  }

  public boolean isHeldStrongly() {
    return strong != null;
  }

  // ---- loaded, unloaded, expired

  /** Whether anything at all must be loaded before it is read: the one test on the fast path. */
  public boolean hasUnloaded() {
    return unloaded != 0 || (wide != null && !wide.unloaded.isEmpty());
  }

  public boolean isUnloaded(int attribute) {
    return attribute < Long.SIZE
        ? (unloaded & (1L << attribute)) != 0
        : wide != null && wide.unloaded.get(attribute);
  }

  /** The next read of the attribute loads it. */
  public void markUnloaded(int attribute) {
    if (attribute < Long.SIZE) {
      unloaded |= 1L << attribute;
    } else if (wide != null) {
      wide.unloaded.set(attribute);
    }
  }

  /** The attribute is what the database, or the user, says it is. */
  public void markLoaded(int attribute) {
    if (attribute < Long.SIZE) {
      unloaded &= ~(1L << attribute);
      expired &= ~(1L << attribute);
    } else if (wide != null) {
      wide.unloaded.clear(attribute);
      wide.expired.clear(attribute);
    }
  }

  /** Whether the attribute was loaded before and is out of date; such attributes are reloaded together. */
  public boolean isExpired(int attribute) {
    return attribute < Long.SIZE
        ? (expired & (1L << attribute)) != 0
        : wide != null && wide.expired.get(attribute);
  }

  public boolean hasExpired() {
    return expired != 0 || (wide != null && !wide.expired.isEmpty());
  }

  /** Marks a loaded attribute out of date, and unloaded. One that was never loaded stays just that. */
  public void expire(int attribute) {
    if (isUnloaded(attribute)) {
      return;
    }
    markUnloaded(attribute);
    if (attribute < Long.SIZE) {
      expired |= 1L << attribute;
    } else if (wide != null) {
      wide.expired.set(attribute);
    }
  }

  /** Whether the attribute was set to null on purpose, as opposed to never set. */
  public boolean isExplicitNull(int attribute) {
    return attribute < Long.SIZE
        ? (explicitNulls & (1L << attribute)) != 0
        : wide != null && wide.explicitNulls.get(attribute);
  }

  public void explicitNull(int attribute, boolean isNull) {
    if (attribute < Long.SIZE) {
      explicitNulls =
          isNull ? explicitNulls | (1L << attribute) : explicitNulls & ~(1L << attribute);
    } else if (wide != null) {
      wide.explicitNulls.set(attribute, isNull);
    }
  }

  /**
   * The key of what an unloaded reference refers to, for a foreign key column that no attribute keeps: the value, or a
   * {@code List} of the values of a composite key. Null where it is not known.
   */
  public @Nullable Object target(int attribute) {
    return targets == null ? null : targets[attribute];
  }

  public void target(int attribute, @Nullable Object key) {
    if (targets == null) {
      if (key == null) {
        return;
      }
      targets = new Object[type.size()];
    }
    targets[attribute] = key;
  }

  // ---- changes since the last flush

  /** Whether any attribute or collection changed since the last flush. */
  public boolean isModified() {
    return committed != null || pending != null;
  }

  public boolean isModified(int attribute) {
    return committed(attribute) != UNCHANGED || pending(attribute) != null;
  }

  /**
   * The value at the last flush, if it differs in time from the current one: {@link #UNCHANGED}, {@link #NOT_LOADED},
   * or the value; of a collection, a copy of its members.
   */
  public @Nullable Object committed(int attribute) {
    return committed == null ? UNCHANGED : committed[attribute];
  }

  /** Before a change: tells the owner of the first since the last flush, and remembers what the attribute was. */
  void change(Prepared instance, int attribute, @Nullable Object before) {
    announce(instance);
    remember(attribute, before);
  }

  /** Before a change that waits: tells the owner of the first since the last flush. */
  void announce(Prepared instance) {
    if (owner != null && !isModified()) {
      owner.changed(this, instance);
    }
  }

  /** Remembers what a changing attribute was; the first value since the last flush counts. */
  public void remember(int attribute, @Nullable Object before) {
    if (committed == null) {
      committed = new Object[type.size()];
      Arrays.fill(committed, UNCHANGED);
    }
    if (committed[attribute] == UNCHANGED) {
      committed[attribute] = before;
    }
  }

  /** Additions to and removals from a collection that is not loaded; null if there are none. */
  public @Nullable PendingChanges pending(int attribute) {
    return pending == null ? null : pending[attribute];
  }

  /** The same, made if absent. */
  public PendingChanges pendingOrNew(int attribute) {
    if (pending == null) {
      pending = new PendingChanges[type.size()];
    }
    PendingChanges changes = pending[attribute];
    if (changes == null) {
      pending[attribute] = changes = new PendingChanges();
    }
    return changes;
  }

  /** What was pending for a collection is now part of it. */
  public void clearPending(int attribute) {
    if (pending != null) {
      pending[attribute] = null;
      if (Arrays.stream(pending).allMatch(Objects::isNull)) {
        pending = null;
      }
    }
  }

  /** Forgets one attribute's change. */
  public void clearChange(int attribute) {
    if (committed != null) {
      committed[attribute] = UNCHANGED;
      if (Arrays.stream(committed).allMatch(each -> each == UNCHANGED)) {
        committed = null;
      }
    }
    clearPending(attribute);
  }

  /** Everything is as the database has it. */
  public void clearChanges() {
    committed = null;
    pending = null;
    strong = null;
    explicitNulls = 0;
    if (wide != null) {
      wide.explicitNulls.clear();
    }
  }

  /**
   * A state for the same instance that knows what this one knows, in the reference queue of an identity map. The
   * caller makes it the instance's.
   */
  public InstanceState enqueued(Prepared instance, ReferenceQueue<Object> queue) {
    InstanceState twin = new InstanceState(instance, queue);
    twin.lifecycle = lifecycle;
    twin.owner = owner;
    twin.key = key;
    twin.siblings = siblings;
    twin.strong = strong;
    twin.committed = committed;
    twin.pending = pending;
    twin.unloaded = unloaded;
    twin.expired = expired;
    twin.explicitNulls = explicitNulls;
    twin.wide = wide;
    return twin;
  }

  /**
   * The state of a copy that {@link Object#clone} made of this instance: a new object, of which what was not loaded stays
   * unreadable; null if there is nothing to remember.
   */
  @Nullable
  InstanceState ofClone(Prepared copy) {
    if (!hasUnloaded()) {
      return null;
    }
    InstanceState fresh = new InstanceState(copy, null);
    fresh.unloaded = unloaded;
    fresh.expired = expired;
    if (wide != null && fresh.wide != null) {
      fresh.wide.unloaded.or(wide.unloaded);
      fresh.wide.expired.or(wide.expired);
    }
    return fresh;
  }

  /** Attributes past the 64th. */
  private static final class Wide {
    final BitSet unloaded = new BitSet();
    final BitSet expired = new BitSet();
    final BitSet explicitNulls = new BitSet();
  }
}
