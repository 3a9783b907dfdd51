package io.alchemy.engine;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One statement, or one batch, that an engine sends. Immutable; parameters become text only when asked for. */
public final class StatementEvent {
  private final long connectionId;
  private final String sql;
  private final Supplier<List<String>> parameters;
  private final int batchSize;
  private final long rows;
  private final long nanos;
  private final @Nullable Throwable error;

  /**
   * @param parameters the bind values as text, asked for at most when somebody asks
   * @param batchSize how often the statement runs with other values; 1 outside of batches
   */
  public StatementEvent(
      long connectionId, String sql, Supplier<List<String>> parameters, int batchSize) {
    this(connectionId, sql, parameters, batchSize, -1, 0, null);
  }

  private StatementEvent(
      long connectionId,
      String sql,
      Supplier<List<String>> parameters,
      int batchSize,
      long rows,
      long nanos,
      @Nullable Throwable error) {
    this.connectionId = connectionId;
    this.sql = sql;
    this.parameters = parameters;
    this.batchSize = batchSize;
    this.rows = rows;
    this.nanos = nanos;
    this.error = error;
  }

  /** The same statement, done. */
  public StatementEvent done(long rows, long nanos) {
    return new StatementEvent(connectionId, sql, parameters, batchSize, rows, nanos, null);
  }

  /** The same statement, failed. */
  public StatementEvent failed(Throwable error, long nanos) {
    return new StatementEvent(connectionId, sql, parameters, batchSize, -1, nanos, error);
  }

  /** Tells the engine's connections apart, for a person who reads a log. */
  public long connectionId() {
    return connectionId;
  }

  /** The text that the driver is given. */
  public String sql() {
    return sql;
  }

  /**
   * The bind values as text, long ones shortened; of a batch the first rows', one after the other. A single remark in place of them
   * where the engine hides parameters.
   */
  public List<String> parameters() {
    return parameters.get();
  }

  /** How often the statement runs with other values: 1 outside of batches. */
  public int batchSize() {
    return batchSize;
  }

  /** The rows that were touched or read; -1 as long as nobody knows. */
  public long rows() {
    return rows;
  }

  /** How long the database took; in {@link ExecutionListener#rowsRead}, reading included. 0 before it has answered. */
  public long nanos() {
    return nanos;
  }

  /** Why it failed; null unless it did. */
  public @Nullable Throwable error() {
    return error;
  }
}
