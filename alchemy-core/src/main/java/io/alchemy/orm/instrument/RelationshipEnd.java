package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;

/** One side of a relationship, as instances see it: where it is kept, and which side answers it. */
public final class RelationshipEnd {
  /** What the attribute holds. */
  public enum Kind {
    REFERENCE,
    LIST,
    SET,
    COLLECTION,
    MAP
  }

  private final PreparedClass owner;
  private final int attribute;
  private final Class<?> target;
  private final Kind kind;
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

  /** Joins two sides. */
  public static void join(RelationshipEnd one, RelationshipEnd other) {
    one.inverse = other;
    other.inverse = one;
  }
}
