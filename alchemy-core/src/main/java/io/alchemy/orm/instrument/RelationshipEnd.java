package io.alchemy.orm.instrument;

import io.alchemy.error.MappingException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One side of a relationship, as instances see it: where it is kept, and which side answers it. */
public final class RelationshipEnd {
  /** What the attribute holds. */
  public enum Kind {
    REFERENCE,
    LIST,
    SET,
    COLLECTION,
    MAP;

    /** What an attribute of a declared type can hold; null if it can hold no relationship. */
    public static @Nullable Kind of(Class<?> fieldType) {
      if (fieldType == List.class) {
        return LIST;
      }
      if (fieldType == Set.class) {
        return SET;
      }
      if (fieldType == Collection.class) {
        return COLLECTION;
      }
      if (fieldType == Map.class) {
        return MAP;
      }
      return fieldType.isPrimitive()
              || fieldType.isArray()
              || Collection.class.isAssignableFrom(fieldType)
              || Map.class.isAssignableFrom(fieldType)
          ? null
          : REFERENCE;
    }
  }

  private final PreparedClass owner;
  private final int attribute;
  private final Class<?> target;
  private final Kind kind;
  private @Nullable Function<Object, Object> key;
  private @Nullable RelationshipEnd inverse;

  public RelationshipEnd(PreparedClass owner, int attribute, Class<?> target, Kind kind) {
    this.owner = owner;
    this.attribute = attribute;
    this.target = target;
    this.kind = kind;
  }

  public PreparedClass owner() {
    return owner;
  }

  public int attribute() {
    return attribute;
  }

  public String name() {
    return owner.name(attribute);
  }

  public Class<?> target() {
    return target;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isCollection() {
    return kind != Kind.REFERENCE;
  }

  /** The other side, kept in step in memory; null for a relationship of one side. */
  public @Nullable RelationshipEnd inverse() {
    return inverse;
  }

  /** The key of a member in a map; the map's other side and the loader put members by it. */
  public Object keyOf(Object member) {
    if (key == null) {
      throw new MappingException(owner.type().getSimpleName()
          + "."
          + name()
          + " is a map, and nothing says which key a member has in it: name the key's attribute in the mapping,"
          + " or declare the field as a Collection, List or Set.");
    }
    return key.apply(member);
  }

  /** Says how the members of a map are keyed. */
  public RelationshipEnd keyedBy(Function<Object, Object> memberKey) {
    key = memberKey;
    return this;
  }

  @Override
  public String toString() {
    return owner.type().getSimpleName() + "." + name();
  }

  /** Joins two sides. */
  public static void join(RelationshipEnd one, RelationshipEnd other) {
    one.inverse = other;
    other.inverse = one;
  }
}
