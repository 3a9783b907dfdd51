package io.alchemy.orm.mapping;

import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.instrument.Topology;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The relationships of one class by attribute index. Two registries share it when they relate the class alike. */
final class ClassTopology implements Topology {
  private final @Nullable RelationshipEnd[] ends;

  ClassTopology(int attributes, Collection<RelationshipEnd> ends) {
    this.ends = new RelationshipEnd[attributes];
    for (RelationshipEnd end : ends) {
      this.ends[end.attribute()] = end;
    }
  }

  @Override
  public @Nullable RelationshipEnd end(int attribute) {
    return ends[attribute];
  }

  /** Whether instances would see no difference between the two. */
  static boolean alike(Topology one, Topology other, int attributes) {
    for (int attribute = 0; attribute < attributes; attribute++) {
      RelationshipEnd left = one.end(attribute);
      RelationshipEnd right = other.end(attribute);
      if (!sameEnd(left, right)
          || !sameEnd(
              left == null ? null : left.inverse(), right == null ? null : right.inverse())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEnd(@Nullable RelationshipEnd left, @Nullable RelationshipEnd right) {
    if (left == null || right == null) {
      return left == right;
    }
    return left.owner() == right.owner()
        && left.attribute() == right.attribute()
        && left.target() == right.target()
        && left.kind() == right.kind();
  }
}
