package io.alchemy.orm.instrument;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about one instance: its key and session, which attributes are not loaded, and the values that
 * changed attributes had at the last flush. It is the identity map's own entry and its weak reference to the instance;
 * a changed instance is held strongly until it is flushed.
 *
 * <p>There is one for each loaded instance, so it is kept small: 56 bytes with compressed references. The first
 * {@value #INLINE} attributes are bits, beside the life cycle in the same words; what few instances need is in an object
 * of its own, which wider classes always pay for.
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

  /** How many attributes are bits of {@link #unloaded} and {@link #expired}. */
  static final int INLINE = 29;

  private static final int ATTRIBUTES = (1 << INLINE) - 1;
  private static final Lifecycle[] LIFECYCLES = Lifecycle.values();

  private StateType type;
  private @Nullable StateOwner owner;
  private @Nullable Object key;
  private @Nullable Object siblings;
  private @Nullable RareState rare;
  private int unloaded;

  /** The bits past the attributes' are the life cycle. */
  private int expired = Lifecycle.TRANSIENT.ordinal() << INLINE;

  public InstanceState(Prepared instance, @Nullable ReferenceQueue<Object> queue) {
    super(instance, queue);
    this.type = instance.alchemy$class();
    if (type.prepared().size() > INLINE) {
      rare().wide = new RareState.Wide();
    }
  }

  private RareState rare() {
    if (rare == null) {
      rare = new RareState();
    }
    return rare;
  }

  private void dropRareIfEmpty() {
    if (rare != null && rare.isEmpty()) {
      rare = null;
    }
  }

  private RareState.@Nullable Wide wide() {
    return rare == null ? null : rare.wide;
  }

  static int bit(int attribute) {
    return 1 << attribute;
  }

  public PreparedClass type() {
    return type.prepared();
  }

  /** What the key belongs to; the prepared class where there is none. */
  public StateType mapping() {
    return type;
  }

  /** The instance; null once it was collected. */
  public @Nullable Prepared instance() {
    return (Prepared) get();
  }

  public Lifecycle lifecycle() {
    return LIFECYCLES[expired >>> INLINE];
  }

  public void lifecycle(Lifecycle now) {
    expired = (expired & ATTRIBUTES) | now.ordinal() << INLINE;
  }

  /** Whether the instance has, or had, a row: to set such an attribute to null is a change like any other. */
  boolean hasRow() {
    Lifecycle now = lifecycle();
    return now != Lifecycle.TRANSIENT && now != Lifecycle.PENDING;
  }

  /** The session that owns the instance; null when it is transient or detached. */
  public @Nullable StateOwner owner() {
    return owner;
  }

  public void owner(@Nullable StateOwner session) {
    owner = session;
  }

  /**
   * The key of the row, the value or a {@code List} of the values of a composite one; null until a row is known. With
   * {@link #mapping()} it is the instance's identity: an object for the two would cost each instance 24 bytes.
   */
  public @Nullable Object key() {
    return key;
  }

  public void identity(StateType mapping, Object keyValue) {
    type = mapping;
    key = keyValue;
  }

  public void forgetIdentity() {
    type = type.prepared();
    key = null;
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
    if (hold) {
      rare().strong = get();
    } else if (rare != null) {
      rare.strong = null;
      dropRareIfEmpty();
    }
  }

  public boolean isHeldStrongly() {
    return rare != null && rare.strong != null;
  }

  /** Cuts the state from a session that is closed. */
  public void detach() {
    lifecycle(Lifecycle.DETACHED);
    holdStrongly(false);
    siblings = null;
    owner = null;
  }

  /** The place in a list of its session's that this state gave itself; -1 if it is in none. */
  public int place() {
    return rare == null ? -1 : rare.place;
  }

  public void place(int index) {
    if (index >= 0 || rare != null) {
      rare().place = index;
      dropRareIfEmpty();
    }
  }

  /** What a flush that goes on has planned for the instance; whoever flushes defines it. */
  public @Nullable Object planned() {
    return rare == null ? null : rare.planned;
  }

  public void planned(@Nullable Object plan) {
    if (plan != null || rare != null) {
      rare().planned = plan;
      dropRareIfEmpty();
    }
  }

  // ---- loaded, unloaded, expired

  /** Whether anything at all must be loaded before it is read: the one test on the fast path. */
  public boolean hasUnloaded() {
    return unloaded != 0 || hasWideUnloaded();
  }

  private boolean hasWideUnloaded() {
    RareState.Wide wide = wide();
    return wide != null && !wide.unloaded.isEmpty();
  }

  public boolean isUnloaded(int attribute) {
    if (attribute < INLINE) {
      return (unloaded & bit(attribute)) != 0;
    }
    RareState.Wide wide = wide();
    return wide != null && wide.unloaded.get(attribute);
  }

  /** The next read of the attribute loads it. */
  public void markUnloaded(int attribute) {
    if (attribute < INLINE) {
      unloaded |= bit(attribute);
      return;
    }
    RareState.Wide wide = wide();
    if (wide != null) {
      wide.unloaded.set(attribute);
    }
  }

  public void markUnloaded(AttributeSet attributes) {
    unloaded |= attributes.inline;
    RareState.Wide wide = wide();
    if (wide != null) {
      wide.unloaded.or(attributes.wide);
    }
  }

  public void markLoaded(AttributeSet attributes) {
    unloaded &= ~attributes.inline;
    expired &= ~attributes.inline;
    RareState.Wide wide = wide();
    if (wide != null) {
      wide.unloaded.andNot(attributes.wide);
      wide.expired.andNot(attributes.wide);
    }
  }

  /** The attribute is what the database, or the user, says it is. */
  public void markLoaded(int attribute) {
    if (attribute < INLINE) {
      unloaded &= ~bit(attribute);
      expired &= ~bit(attribute);
      return;
    }
    RareState.Wide wide = wide();
    if (wide != null) {
      wide.unloaded.clear(attribute);
      wide.expired.clear(attribute);
    }
  }

  /** Whether the attribute was loaded before and is out of date; such attributes are reloaded together. */
  public boolean isExpired(int attribute) {
    if (attribute < INLINE) {
      return (expired & bit(attribute)) != 0;
    }
    RareState.Wide wide = wide();
    return wide != null && wide.expired.get(attribute);
  }

  public boolean hasExpired() {
    RareState.Wide wide = wide();
    return (expired & ATTRIBUTES) != 0 || (wide != null && !wide.expired.isEmpty());
  }

  /** Marks a loaded attribute out of date, and unloaded. One that was never loaded stays just that. */
  public void expire(int attribute) {
    if (isUnloaded(attribute)) {
      return;
    }
    markUnloaded(attribute);
    if (attribute < INLINE) {
      expired |= bit(attribute);
      return;
    }
    RareState.Wide wide = wide();
    if (wide != null) {
      wide.expired.set(attribute);
    }
  }

  /** Whether the attribute was set to null on purpose, as opposed to never set. */
  public boolean isExplicitNull(int attribute) {
    return rare != null && rare.isExplicitNull(attribute);
  }

  /** The attributes that were set to null on purpose; null if there are none. */
  public @Nullable BitSet explicitNulls() {
    return rare == null ? null : rare.explicitNulls();
  }

  public void explicitNull(int attribute, boolean isNull) {
    if (rare != null || isNull) {
      rare().explicitNull(attribute, isNull);
      dropRareIfEmpty();
    }
  }

  /**
   * The key of what an unloaded reference refers to, for a foreign key column that no attribute keeps: the value, or a
   * {@code List} of the values of a composite key. Null where it is not known.
   */
  public @Nullable Object target(int attribute) {
    return rare == null || rare.targets == null ? null : rare.targets[attribute];
  }

  public void target(int attribute, @Nullable Object key) {
    if (key == null && (rare == null || rare.targets == null)) {
      return;
    }
    RareState some = rare();
    if (some.targets == null) {
      some.targets = new Object[type().size()];
    }
    some.targets[attribute] = key;
  }

  // ---- values that can change in place

  /** A value that can change in place was loaded; it is copied when it is first read. */
  public void canChangeInPlace(int attribute, ValueCopies copies) {
    originals(copies).loaded(attribute);
  }

  /** A value that can change in place is as the database has it, but somebody may have it in hand: it is copied now. */
  public void keepOriginal(int attribute, @Nullable Object value, ValueCopies copies) {
    originals(copies).keep(attribute, value);
  }

  private Originals originals(ValueCopies copies) {
    RareState some = rare();
    Originals known = some.originals;
    if (known == null) {
      some.originals = known = new Originals(type().size(), copies);
    }
    return known;
  }

  /** The copy of a value that somebody has in hand, as the database has it; {@link #UNCHANGED} if nobody has. */
  public @Nullable Object original(int attribute) {
    return rare == null || rare.originals == null ? UNCHANGED : rare.originals.value(attribute);
  }

  public boolean hasOriginals() {
    return rare != null && rare.originals != null && rare.originals.any();
  }

  public void forgetOriginal(int attribute) {
    if (rare != null && rare.originals != null) {
      rare.originals.forget(attribute);
    }
  }

  public void forgetOriginals() {
    if (rare != null) {
      rare.originals = null;
      dropRareIfEmpty();
    }
  }

  /** Before a loaded value is given to its user. */
  void giveOut(Prepared instance, int attribute) {
    if (rare == null || rare.originals == null || !rare.originals.isUnread(attribute)) {
      return;
    }
    if (committed(attribute) != UNCHANGED) {
      rare.originals.forget(attribute);
      return;
    }
    rare.originals.keep(attribute, instance.alchemy$get(attribute));
    if (owner != null && original(attribute) != UNCHANGED) {
      owner.gaveOut(this, instance);
    }
  }

  // ---- changes since the last flush

  /** Whether any attribute or collection changed since the last flush. */
  public boolean isModified() {
    return rare != null && (rare.committed != null || rare.pending != null);
  }

  public boolean isModified(int attribute) {
    return committed(attribute) != UNCHANGED || pending(attribute) != null;
  }

  /**
   * The value at the last flush, if it differs in time from the current one: {@link #UNCHANGED}, {@link #NOT_LOADED},
   * or the value; of a collection, a copy of its members.
   */
  public @Nullable Object committed(int attribute) {
    return rare == null || rare.committed == null ? UNCHANGED : rare.committed[attribute];
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
    rare().remember(attribute, before, type().size());
  }

  /** Additions to and removals from a collection that is not loaded; null if there are none. */
  public @Nullable PendingChanges pending(int attribute) {
    return rare == null || rare.pending == null ? null : rare.pending[attribute];
  }

  /** The same, made if absent. */
  public PendingChanges pendingOrNew(int attribute) {
    return rare().pendingOrNew(attribute, type().size());
  }

  /** What was pending for a collection is now part of it. */
  public void clearPending(int attribute) {
    if (rare != null) {
      rare.clearPending(attribute);
      dropRareIfEmpty();
    }
  }

  /** Forgets one attribute's change. */
  public void clearChange(int attribute) {
    if (rare != null) {
      rare.clearCommitted(attribute);
      rare.clearPending(attribute);
      dropRareIfEmpty();
    }
  }

  /** Everything is as the database has it. */
  public void clearChanges() {
    if (rare != null) {
      rare.clearChanges();
      dropRareIfEmpty();
    }
  }

  /**
   * A state for the same instance that knows what this one knows, in the reference queue of an identity map. The
   * caller makes it the instance's.
   */
  public InstanceState enqueued(Prepared instance, ReferenceQueue<Object> queue) {
    InstanceState twin = new InstanceState(instance, queue);
    twin.owner = owner;
    twin.type = type;
    twin.key = key;
    twin.siblings = siblings;
    twin.rare = rare;
    twin.unloaded = unloaded;
    twin.expired = expired;
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
    fresh.expired |= expired & ATTRIBUTES;
    RareState.Wide wide = wide();
    RareState.Wide copied = fresh.wide();
    if (wide != null && copied != null) {
      copied.unloaded.or(wide.unloaded);
      copied.expired.or(wide.expired);
    }
    return fresh;
  }
}
