package io.alchemy.sql;

/** A mapped relationship, as the path of a join. */
public interface Joinable {
  /** The name of the attribute. */
  String key();
}
