package io.alchemy.orm.instrument;

import org.jspecify.annotations.Nullable;

/** The relationships of one prepared class: how two new objects know each other's backref with no session in sight. */
public interface Topology {
  /** The relationship kept in {@code attribute}; null for a plain attribute. */
  @Nullable
  RelationshipEnd end(int attribute);
}
