package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** What INSERT and UPDATE can set: a column of a table, a column attribute of a class. */
public interface Assignable<T extends @Nullable Object> {
  /** What the program calls it, in maps of values too. */
  String key();
}
