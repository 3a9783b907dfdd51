package io.alchemy.engine;

import org.jspecify.annotations.Nullable;

/**
 * A transaction or savepoint began or ended.
 *
 * @param connectionId tells the engine's connections apart, for a person who reads a log
 * @param savepoint the savepoint's name; null for the transaction itself
 * @param nanos how long it took
 */
public record TransactionEvent(
    long connectionId, Kind kind, @Nullable String savepoint, long nanos) {
  /** What happened; {@code toString()} gives the SQL. */
  public enum Kind {
    BEGIN("BEGIN"),
    COMMIT("COMMIT"),
    ROLLBACK("ROLLBACK"),
    SAVEPOINT("SAVEPOINT"),
    RELEASE("RELEASE SAVEPOINT"),
    ROLLBACK_TO("ROLLBACK TO SAVEPOINT");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    @Override
    public String toString() {
      return sql;
    }
  }
}
