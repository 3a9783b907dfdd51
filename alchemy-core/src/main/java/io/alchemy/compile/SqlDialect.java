package io.alchemy.compile;

import io.alchemy.types.Database;

/** What the compiler asks of a database: what it can do, and the few ways in which its SQL is its own. */
public interface SqlDialect extends Database {
  boolean can(Capability capability);

  /** A name as it stands in this database's SQL. */
  default String identifier(String name) {
    return Identifiers.quote(name);
  }

  /** The next value of a sequence, as an expression. */
  default String nextValue(String sequence) {
    return "NEXT VALUE FOR " + identifier(sequence);
  }
}
