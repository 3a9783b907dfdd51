package io.alchemy.orm.mapping;

/** Which side of a relationship holds the foreign key. */
public enum Direction {
  ONE_TO_MANY,
  MANY_TO_ONE,
  MANY_TO_MANY
}
