package io.alchemy.sql;
/** A mapped relationship, as the path of a join. */
public interface Joinable {
  String key();
}
