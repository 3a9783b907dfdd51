package io.alchemy.engine;

import io.alchemy.schema.Bind;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Row;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database connection, checked out of its engine's pool until {@link #close()}. Its first statement begins a transaction; what is
 * not committed when it is closed is rolled back. For one thread at a time.
 */
public interface Connection extends Bind, AutoCloseable {
  /**
   * Runs raw SQL.
   *
   * @param sql goes to the driver as it is, with {@code ?} for each value ({@code ??} is PostgreSQL's operator of that name)
   * @param parameters the values, in order
   * @throws io.alchemy.error.ArgumentException for a value that is no single database value: a map, a list, an array
   */
  Result<Row> execute(String sql, @Nullable Object... parameters);

  /** Runs a statement. */
  <R extends @Nullable Object> Result<R> execute(Executable<R> statement);

  /**
   * Runs a statement.
   *
   * @param parameters the values of its parameters by name; of an INSERT or UPDATE also further columns to set
   */
  <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters);

  /**
   * Runs a statement once for each of {@code parameters}, as a batch. With {@code returning(…)} each is an execution of its own, since
   * drivers' batches give no rows: {@code insert(table).rows(…).returning(…)} is one statement for all.
   *
   * @param parameters the first one's names decide for all
   */
  <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters);

  /**
   * Begins a transaction that writes; its first statement tells the database.
   *
   * @throws io.alchemy.error.InvalidRequestException when one has begun already, maybe with the first statement
   */
  Transaction begin();

  /** Sets a savepoint, in a transaction begun now if there is none. */
  Transaction beginNested();

  /** Whether a transaction has begun and not ended. */
  boolean inTransaction();

  /**
   * Sets the isolation of the transactions to come, until the connection is closed.
   *
   * @throws io.alchemy.error.InvalidRequestException within a transaction
   */
  Connection isolation(IsolationLevel level);

  /**
   * From now on each statement commits by itself, and {@code commit()} and {@code rollback()} have nothing to do; {@link #begin()}
   * begins a transaction all the same.
   *
   * @throws io.alchemy.error.InvalidRequestException within a transaction
   */
  Connection autocommit();

  /**
   * Makes the transactions to come read-only: the database itself refuses to write.
   *
   * @throws io.alchemy.error.InvalidRequestException within a transaction
   */
  Connection readOnly();

  /** How many rows of a result travel at a time from now on; 0, as at first, leaves it to the driver. */
  Connection fetchSize(int rows);

  /** Commits what was done since the transaction began; without a transaction nothing happens. */
  void commit();

  /** Undoes what was done since the transaction began; without a transaction nothing happens. */
  void rollback();

  /**
   * The JDBC connection itself, with the transaction begun, for other libraries. It is still this connection's: do not close it,
   * commit it or switch its auto-commit.
   */
  java.sql.Connection jdbc();

  /** The engine that it came from. */
  Engine engine();

  boolean isClosed();

  /** Rolls back what is not committed, and gives the connection back to the pool. Nothing happens the second time. */
  @Override
  void close();
}
