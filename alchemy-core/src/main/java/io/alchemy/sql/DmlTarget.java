package io.alchemy.sql;

/** What INSERT, UPDATE and DELETE write to: a table, a mapped class. */
public interface DmlTarget extends From {
  /** Its name, without a schema. */
  String name();
}
