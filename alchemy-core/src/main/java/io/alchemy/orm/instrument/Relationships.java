package io.alchemy.orm.instrument;

import io.alchemy.error.ArgumentException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps both sides of a relationship in step, in memory and at once, for instances with and without a session. The side
 * that the user touches is changed as told; the other follows without being loaded: what comes to an unloaded
 * collection waits in {@link PendingChanges}. Sessions hear of both.
 */
public final class Relationships {
  private Relationships() {}

  // ---- what loaders use

  /**
   * The watched collection of a relationship, made around whatever the field holds if it is not watched yet. Nothing is
   * loaded.
   */
  public static InstrumentedCollection collection(Prepared instance, RelationshipEnd end) {
    Object raw = instance.alchemy$get(end.attribute());
    if (raw instanceof InstrumentedCollection watched && watched.owner() == instance) {
      return watched;
    }
    InstrumentedCollection watched = watched(instance, end, raw);
    instance.alchemy$set(end.attribute(), watched);
    InstanceState state = instance.alchemy$state();
    if ((state == null || !state.isUnloaded(end.attribute())) && !membersOf(raw).isEmpty()) {
      // It was filled before anybody said that it is a relationship.
      watched.replace(raw);
    }
    return watched;
  }

  /**
   * Fills a collection that was just loaded, and merges what was added and removed while it was not. Afterwards the
   * attribute counts as loaded.
   */
  public static void loaded(
      InstanceState state, Prepared instance, RelationshipEnd end, Collection<?> members) {
    int attribute = end.attribute();
    Object raw = instance.alchemy$get(attribute);
    InstrumentedCollection collection;
    if (raw instanceof InstrumentedCollection watched && watched.owner() == instance) {
      collection = watched;
    } else {
      collection = watched(instance, end, raw);
      instance.alchemy$set(attribute, collection);
    }
    collection.fill(members);
    state.markLoaded(attribute);
    PendingChanges waiting = state.pending(attribute);
    if (waiting != null) {
      state.remember(attribute, new ArrayList<>(members));
      state.clearPending(attribute);
      for (Object gone : waiting.removed()) {
        collection.removeSilently(gone);
      }
      Set<Object> present = identities(members);
      for (Object come : waiting.added()) {
        if (!present.contains(come)) {
          collection.addSilently(come);
        }
      }
    }
  }

  private static InstrumentedCollection watched(
      Prepared instance, RelationshipEnd end, @Nullable Object like) {
    return switch (end.kind()) {
      case SET -> new InstrumentedSet<>(instance, end, like);
      case MAP -> new InstrumentedMap<>(instance, end, like);
      case LIST, COLLECTION -> new InstrumentedList<>(instance, end);
      case REFERENCE -> throw new IllegalArgumentException(end + " is no collection");
    };
  }

  // ---- what the user does

  /** The user sets a reference. */
  static void set(
      Prepared instance, RelationshipEnd end, @Nullable Object value, boolean initializes) {
    if (value != null) {
      check(end, value);
    }
    Object before = known(instance, end);
    if (!initializes) {
      markNull(instance, end.attribute(), value == null);
    }
    if (before == value) {
      settle(instance, end, value);
      return;
    }
    putReference(instance, end, before, value, false);
    RelationshipEnd inverse = end.inverse();
    if (inverse == null) {
      return;
    }
    if (before instanceof Prepared left) {
      leave(left, inverse, instance);
    }
    if (value != null) {
      arrive((Prepared) value, inverse, end, instance, before == InstanceState.NOT_LOADED);
    }
  }

  /**
   * The user replaces a collection by another of the same members or others.
   *
   * @param initializes whether a constructor does, by null or by a collection that it has just made
   */
  static void replace(
      Prepared instance, RelationshipEnd end, @Nullable Object value, boolean initializes) {
    InstanceState state = instance.alchemy$state();
    if (state != null && state.isUnloaded(end.attribute())) {
      Hooks.load(state, instance, end.attribute());
    }
    Object raw = instance.alchemy$get(end.attribute());
    if (raw == value
        && raw instanceof InstrumentedCollection watched
        && watched.owner() == instance) {
      return;
    }
    if (raw == null && initializes && isEmpty(value)) {
      // Nobody came, and nobody else has it. It is watched when it is first read; of many new
      // objects most collections never are.
      instance.alchemy$set(end.attribute(), value);
      return;
    }
    if (raw == null) {
      instance.alchemy$set(end.attribute(), watched(instance, end, value));
    }
    collection(instance, end).replace(value);
  }

  /** The user changed a whole collection at once: tells what came and what went, by identity. */
  static void exchanged(
      Prepared instance, RelationshipEnd end, Collection<?> before, Collection<?> after) {
    Set<Object> stays = identities(after);
    for (Object member : identitiesInOrder(before)) {
      if (!stays.contains(member)) {
        left(instance, end, member);
      }
    }
    Set<Object> was = identities(before);
    for (Object member : identitiesInOrder(after)) {
      if (!was.contains(member)) {
        joined(instance, end, member);
      }
    }
  }

  private static List<Object> identitiesInOrder(Collection<?> members) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> once = new ArrayList<>(members.size());
    for (Object member : members) {
      if (seen.add(member)) {
        once.add(member);
      }
    }
    return once;
  }

  /** The user put a member into a collection, which holds it now. */
  static void joined(Prepared instance, RelationshipEnd end, Object member) {
    RelationshipEnd inverse = end.inverse();
    if (inverse != null) {
      arrive((Prepared) member, inverse, end, instance, true);
    }
    tellAdded(instance, end, member, false);
  }

  /** The user took a member out of a collection, which does not hold it any more. */
  static void left(Prepared instance, RelationshipEnd end, Object member) {
    RelationshipEnd inverse = end.inverse();
    if (inverse != null) {
      leave((Prepared) member, inverse, instance);
    }
    tellRemoved(instance, end, member, false);
  }

  // ---- the other side follows

  /** {@code member} came to {@code instance}'s side: {@code instance.end} answers. */
  private static void arrive(
      Prepared instance,
      RelationshipEnd end,
      RelationshipEnd inverse,
      Prepared member,
      boolean maybeThere) {
    if (end.isCollection()) {
      join(instance, end, member, maybeThere);
      return;
    }
    Object before = known(instance, end);
    if (before == member) {
      settle(instance, end, member);
      return;
    }
    putReference(instance, end, before, member, true);
    if (before instanceof Prepared left) {
      leave(left, inverse, instance);
    }
  }

  /** {@code member} is not {@code instance}'s any more: {@code instance.end} answers. */
  private static void leave(Prepared instance, RelationshipEnd end, Prepared member) {
    if (!end.isCollection()) {
      Object before = known(instance, end);
      if (before == member || before == InstanceState.NOT_LOADED) {
        putReference(instance, end, member, null, true);
      }
      return;
    }
    int attribute = end.attribute();
    InstanceState state = instance.alchemy$state();
    if (state != null && state.isUnloaded(attribute)) {
      state.announce(instance);
      state.pendingOrNew(attribute).remove(member);
    } else {
      InstrumentedCollection collection = collection(instance, end);
      if (!collection.holds(member)) {
        return;
      }
      beforeChange(collection);
      collection.removeSilently(member);
    }
    tellRemoved(instance, end, member, true);
  }

  private static void join(
      Prepared instance, RelationshipEnd end, Prepared member, boolean maybeThere) {
    int attribute = end.attribute();
    InstanceState state = instance.alchemy$state();
    if (state != null && state.isUnloaded(attribute)) {
      state.announce(instance);
      state.pendingOrNew(attribute).add(member);
    } else {
      InstrumentedCollection collection = collection(instance, end);
      if (maybeThere && collection.holds(member)) {
        return;
      }
      beforeChange(collection);
      collection.addSilently(member);
    }
    tellAdded(instance, end, member, true);
  }

  private static void putReference(
      Prepared instance,
      RelationshipEnd end,
      @Nullable Object before,
      @Nullable Object value,
      boolean byBackref) {
    int attribute = end.attribute();
    InstanceState state = instance.alchemy$state();
    if (state != null) {
      if (value != null) {
        state.explicitNull(attribute, false);
      }
      state.change(instance, attribute, before);
      state.markLoaded(attribute);
    }
    instance.alchemy$set(attribute, value);
    if (before != null && before != InstanceState.NOT_LOADED) {
      tellRemoved(instance, end, before, byBackref);
    }
    if (value != null) {
      tellAdded(instance, end, value, byBackref);
    }
  }

  /** Before a collection is read: a collection that somebody kept while its owner expired reads as the owner does. */
  static void load(InstrumentedCollection collection) {
    Prepared instance = collection.owner();
    InstanceState state = instance.alchemy$state();
    if (state != null) {
      Hooks.read(state, instance, collection.end().attribute());
    }
  }

  /** What is serialized in a collection's place: nothing, rather than no members, where it is not loaded. */
  static @Nullable Object serialized(InstrumentedCollection collection) {
    InstanceState state = collection.owner().alchemy$state();
    boolean unloaded = state != null && state.isUnloaded(collection.end().attribute());
    return unloaded ? null : collection.plain();
  }

  /** Before a collection's first change since the last flush: a copy of its members is kept. */
  static void beforeChange(InstrumentedCollection collection) {
    Prepared instance = collection.owner();
    InstanceState state = instance.alchemy$state();
    int attribute = collection.end().attribute();
    if (state != null && state.committed(attribute) == InstanceState.UNCHANGED) {
      state.change(instance, attribute, new ArrayList<>(collection.members()));
    }
  }

  /** A reference that is set to what it would be if it were loaded: it is loaded now, and nothing changed. */
  private static void settle(Prepared instance, RelationshipEnd end, @Nullable Object value) {
    InstanceState state = instance.alchemy$state();
    if (state != null && state.isUnloaded(end.attribute())) {
      instance.alchemy$set(end.attribute(), value);
      state.markLoaded(end.attribute());
    }
  }

  /** Without a row, null on purpose is told from never set. */
  private static void markNull(Prepared instance, int attribute, boolean isNull) {
    InstanceState state = instance.alchemy$state();
    if (state == null && isNull) {
      state = new InstanceState(instance, null);
      instance.alchemy$state(state);
    }
    if (state != null && !state.hasRow()) {
      state.explicitNull(attribute, isNull);
    }
  }

  /** Refuses what cannot be a member. */
  static <E> E member(RelationshipEnd end, @Nullable E value) {
    if (value == null) {
      throw new ArgumentException("null cannot be a member of " + end + ".");
    }
    check(end, value);
    return value;
  }

  private static void check(RelationshipEnd end, Object value) {
    if (!end.target().isInstance(value)) {
      throw new ArgumentException(
          end + " takes " + end.target().getName() + ", not " + value.getClass().getName() + ".");
    }
  }

  private static @Nullable Object known(Prepared instance, RelationshipEnd end) {
    InstanceState state = instance.alchemy$state();
    if (state == null || !state.isUnloaded(end.attribute())) {
      return instance.alchemy$get(end.attribute());
    }
    StateOwner owner = state.owner();
    return owner == null ? InstanceState.NOT_LOADED : owner.known(state, instance, end);
  }

  private static void tellAdded(
      Prepared instance, RelationshipEnd end, Object member, boolean byBackref) {
    InstanceState state = instance.alchemy$state();
    StateOwner owner = state == null ? null : state.owner();
    if (state != null && owner != null) {
      owner.added(state, instance, end, member, byBackref);
    }
  }

  private static void tellRemoved(
      Prepared instance, RelationshipEnd end, Object member, boolean byBackref) {
    InstanceState state = instance.alchemy$state();
    StateOwner owner = state == null ? null : state.owner();
    if (state != null && owner != null) {
      owner.removed(state, instance, end, member, byBackref);
    }
  }

  /** The members of a user's collection or map; none for null. */
  static boolean isEmpty(@Nullable Object collection) {
    if (collection instanceof InstrumentedCollection watched) {
      return watched.members().isEmpty();
    }
    if (collection instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    return collection == null || ((Collection<?>) collection).isEmpty();
  }

  static List<Object> membersOf(@Nullable Object collection) {
    if (collection == null) {
      return List.of();
    }
    if (collection instanceof Map<?, ?> map) {
      return new ArrayList<>(map.values());
    }
    return new ArrayList<>((Collection<?>) collection);
  }

  static Set<Object> identities(Collection<?> members) {
    Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(members);
    return identities;
  }
}
