package io.alchemy.compile;

import io.alchemy.types.Database;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

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

  /** {@code type} inside CAST. */
  default String castTarget(SqlType<?> type) {
    return ddl(type);
  }

  /** What stands in the parentheses of IN for an empty list of {@code type}: a subquery without rows. */
  default String emptyList(@Nullable SqlType<?> type) {
    return "SELECT "
        + (type == null ? "NULL" : "CAST(NULL AS " + castTarget(type) + ")")
        + " WHERE 1 = 0";
  }

  /** The limit that is none, for databases whose OFFSET needs a LIMIT before it; null where it does not. */
  default @Nullable String unlimited() {
    return null;
  }

  /** The time now, without zone, in that of the connection. */
  default String currentTimestamp() {
    return "LOCALTIMESTAMP";
  }

  /** Whether nulls sort as if they were greater than everything else; smaller, if not. */
  default boolean nullsAreLargest() {
    return true;
  }

  /**
   * The type to which a column of a recursive query's first part is cast, where the database wants both parts to agree to
   * the letter; null to leave it alone.
   */
  default @Nullable String recursiveType(SqlType<?> type) {
    return null;
  }

  /** The most placeholders that one statement may have. */
  default int maxParameters() {
    return 32_767;
  }

  /** How it looks into JSON. */
  JsonSyntax json();

  /** How it makes one value of many rows. */
  MultisetSyntax multisets();
}
