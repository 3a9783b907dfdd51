package io.alchemy.orm;

/**
 * How a relationship loads, unless a query says otherwise by {@link LoaderOptions}. Where an instance's columns are read
 * again, as after a commit, no relationship is read with them: those that had expired load when they are touched.
 */
public enum Loading {
  /** When it is first read, for all instances of the same result at once: the default. */
  BATCH,
  /** When it is first read, for that instance alone: one statement for each. */
  SELECT,
  /** With the instances, by a LEFT JOIN: {@link LoaderOptions#joinedLoad}. */
  JOINED,
  /** The same as {@link #SELECTIN}. */
  SUBQUERY,
  /** At once after the instances, by one {@code SELECT … IN} for each 500 of them: {@link LoaderOptions#selectinLoad}. */
  SELECTIN,
  /** The same as {@link #SELECTIN}: nothing loads for one instance at a time. */
  IMMEDIATE,
  /** Not at all: reading it raises {@link io.alchemy.error.LazyLoadException}. */
  RAISE,
  /** Not at all: a collection reads as empty, a reference as null. */
  NONE
}
