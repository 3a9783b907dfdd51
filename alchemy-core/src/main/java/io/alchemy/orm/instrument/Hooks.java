package io.alchemy.orm.instrument;

import io.alchemy.error.DetachedInstanceException;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** What prepared classes call when a persistent field is read or written. Nobody else does. */
public final class Hooks {
  private Hooks() {}

  /**
   * Before a read: loads the attribute if it is not loaded, and copies a value that its user could change in place.
   *
   * @throws DetachedInstanceException if nobody is there to load it
   */
  public static void read(InstanceState state, Prepared instance, int attribute) {
    if (state.hasUnloaded() && state.isUnloaded(attribute)) {
      load(state, instance, attribute);
    }
    state.giveOut(instance, attribute);
  }

  static void load(InstanceState state, Prepared instance, int attribute) {
    StateOwner owner = state.owner();
    if (owner == null) {
      PreparedClass type = state.type();
      Topology topology = type.topology();
      throw Refusals.detached(
          type,
          attribute,
          topology == null ? null : topology.end(attribute),
          state.isExpired(attribute));
    }
    owner.load(state, instance, attribute);
  }

  /** A read of a collection field: loads it, and has it watched if it is a relationship. */
  public static @Nullable Object readCollection(
      Prepared instance, int attribute, @Nullable Object raw) {
    InstanceState state = instance.alchemy$state();
    if (state != null && state.hasUnloaded() && state.isUnloaded(attribute)) {
      load(state, instance, attribute);
      raw = instance.alchemy$get(attribute);
    }
    if (state != null) {
      state.giveOut(instance, attribute);
    }
    if (raw instanceof InstrumentedCollection watched && watched.owner() == instance) {
      return raw;
    }
    RelationshipEnd end = endOf(instance, attribute);
    return end == null || !end.isCollection() ? raw : Relationships.collection(instance, end);
  }

  /** Before a write of a plain field: remembers what it was. */
  public static void write(Prepared instance, int attribute, @Nullable Object value) {
    InstanceState state = instance.alchemy$state();
    if (state == null) {
      if (value == null) {
        state = new InstanceState(instance, null);
        instance.alchemy$state(state);
        state.explicitNull(attribute, true);
      }
      return;
    }
    if (!state.hasRow()) {
      state.explicitNull(attribute, value == null);
    }
    if (state.isUnloaded(attribute)) {
      state.change(instance, attribute, InstanceState.NOT_LOADED);
      state.markLoaded(attribute);
      return;
    }
    Object before = instance.alchemy$get(attribute);
    if (!same(before, value)) {
      state.change(instance, attribute, before);
    }
  }

  /**
   * Before a constructor writes the literal null, as field initializers do: of a new object that is not null on purpose.
   */
  public static void initialize(Prepared instance, int attribute) {
    InstanceState state = instance.alchemy$state();
    if (state != null && state.hasRow()) {
      write(instance, attribute, null);
    }
  }

  /** A write of a field that may hold another mapped object. */
  public static void writeReference(
      Prepared instance, int attribute, @Nullable Object value, boolean initializes) {
    RelationshipEnd end = endOf(instance, attribute);
    if (end != null && !end.isCollection()) {
      Relationships.set(instance, end, value, initializes);
      return;
    }
    writeField(instance, attribute, value, initializes);
  }

  /** A write of a collection field: of a relationship, it replaces the members. */
  public static void writeCollection(
      Prepared instance, int attribute, @Nullable Object value, boolean initializes) {
    RelationshipEnd end = endOf(instance, attribute);
    if (end != null && end.isCollection()) {
      Relationships.replace(instance, end, value, initializes);
      return;
    }
    writeField(instance, attribute, value, initializes);
  }

  private static void writeField(
      Prepared instance, int attribute, @Nullable Object value, boolean initializes) {
    if (initializes && value == null) {
      initialize(instance, attribute);
    } else {
      write(instance, attribute, value);
    }
    instance.alchemy$set(attribute, value);
  }

  /** The relationship kept in an attribute; null for a plain one, or while nobody maps the class. */
  static @Nullable RelationshipEnd endOf(Prepared instance, int attribute) {
    PreparedClass type = instance.alchemy$class();
    // Null while the class is being initialized: an instance made by its own superclass's
    // initializer.
    Topology topology = type == null ? null : type.topology();
    return topology == null ? null : topology.end(attribute);
  }

  private static boolean same(@Nullable Object before, @Nullable Object now) {
    return before == now || (before != null && isValue(before) && before.equals(now));
  }

  private static boolean isValue(Object value) {
    return value instanceof Number
        || value instanceof CharSequence
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Temporal;
  }

  /**
   * After an object was cloned: the copy is a new object, and its state and collections are not the original's. Members
   * of a collection whose other side is a reference stay with the original, because they can have one parent only; what
   * the original had not loaded cannot be read from the copy.
   */
  public static Object cloned(Object copy) {
    Prepared instance = (Prepared) copy;
    InstanceState shared = instance.alchemy$state();
    if (shared != null && shared.get() != copy) {
      instance.alchemy$state(shared.ofClone(instance));
    }
    PreparedClass type = instance.alchemy$class();
    for (int attribute = 0; attribute < type.size(); attribute++) {
      if (instance.alchemy$get(attribute) instanceof InstrumentedCollection watched
          && watched.owner() != copy) {
        RelationshipEnd inverse = watched.end().inverse();
        boolean shareable = inverse == null || inverse.isCollection();
        instance.alchemy$set(attribute, shareable ? watched.plain() : null);
      }
    }
    return copy;
  }

  /** Reached by no attribute index that exists. */
  public static Object none(Prepared instance, int attribute) {
    throw new IndexOutOfBoundsException(
        instance.getClass().getName() + " has no attribute " + attribute);
  }

  public static boolean booleanOf(@Nullable Object value) {
    return value != null && (Boolean) value;
  }

  public static char charOf(@Nullable Object value) {
    return value == null ? 0 : (Character) value;
  }

  public static byte byteOf(@Nullable Object value) {
    return value == null ? 0 : (Byte) value;
  }

  public static short shortOf(@Nullable Object value) {
    return value == null ? 0 : (Short) value;
  }

  public static int intOf(@Nullable Object value) {
    return value == null ? 0 : (Integer) value;
  }

  public static long longOf(@Nullable Object value) {
    return value == null ? 0 : (Long) value;
  }

  public static float floatOf(@Nullable Object value) {
    return value == null ? 0 : (Float) value;
  }

  public static double doubleOf(@Nullable Object value) {
    return value == null ? 0 : (Double) value;
  }
}
