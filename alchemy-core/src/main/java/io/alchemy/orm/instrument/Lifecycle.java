package io.alchemy.orm.instrument;

/** Where an instance stands to the database and to a session. */
public enum Lifecycle {
  /** Known to no session, and not in the database as far as anybody knows. */
  TRANSIENT,
  /** Added to a session; its INSERT comes with the next flush. */
  PENDING,
  /** In a session, with a row. */
  PERSISTENT,
  /** Its row was deleted by a flush of a transaction that has not ended. */
  DELETED,
  /** It has (or had) a row, and no session. */
  DETACHED
}
