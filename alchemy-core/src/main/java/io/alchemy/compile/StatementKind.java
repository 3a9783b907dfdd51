package io.alchemy.compile;

/** What a statement does, as far as execution cares. */
public enum StatementKind {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  DDL,
  TEXT
}
