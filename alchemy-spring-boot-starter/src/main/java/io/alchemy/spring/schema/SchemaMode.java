package io.alchemy.spring.schema;

/** What happens to the mapped tables when an application starts. */
public enum SchemaMode {
  /**
   * Creates the tables that are missing, if the database lives in the application and nothing else manages its schema. That
   * is SQLite, in memory or in a file, and H2 and HSQLDB in memory. Nothing is ever dropped.
   */
  EMBEDDED,

  /** Creates the tables that are missing, in any database. Nothing is ever dropped. */
  ALWAYS,

  /** Does nothing. */
  NEVER,

  /** Creates nothing; refuses to start if a mapped table or column is missing, and says which. */
  VALIDATE,

  /** Drops the mapped tables with all their rows, and creates them anew. */
  DROP_CREATE
}
