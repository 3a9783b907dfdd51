package io.alchemy.engine;

import io.alchemy.sql.Keyset;
import io.alchemy.sql.Row;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave. Its rows are read once, by one of the methods below; reading again raises {@link
 * io.alchemy.error.ResultClosedException}. It need not be closed: every method but {@link #stream()} and {@link #partitions} reads all
 * it needs and lets go of the database, a result that nobody reads is taken into memory when its connection runs another statement,
 * and its connection's commit, rollback or close closes it.
 *
 * @param <R> what one row is
 */
public interface Result<R extends @Nullable Object> extends Iterable<R> {
  /** All rows. */
  List<R> all();

  /**
   * The only row.
   *
   * @throws io.alchemy.error.NoResultFoundException when there is none
   * @throws io.alchemy.error.MultipleResultsFoundException when there are more
   */
  R one();

  /**
   * The only row, or null when there is none.
   *
   * @throws io.alchemy.error.MultipleResultsFoundException when there are more
   */
  @Nullable
  R oneOrNull();

  /** The first row, or null when there is none; the others are not read. */
  @Nullable
  R first();

  /** As {@link #oneOrNull()}. */
  Optional<R> findOne();

  /** As {@link #first()}. */
  Optional<R> findFirst();

  /** The first column of the first row; null when there is no row. */
  @Nullable
  Object scalar();

  /** The first column of the first row as a {@code type}; null when there is no row. */
  <T> @Nullable T scalar(Class<T> type);

  /** The first column of each row. */
  Result<@Nullable Object> scalars();

  /** The first column of each row, as a {@code type}. */
  <T> Result<@Nullable T> scalars(Class<T> type);

  /**
   * All rows, read before the first is handed out: leaving the loop early leaves nothing open, and the loop's body may use the
   * connection. For results too large for memory there is {@link #stream()}.
   */
  @Override
  Iterator<R> iterator();

  /**
   * The rows as the database sends them. The cursor stays open until the stream is at its end or closed, or the connection commits,
   * rolls back or closes. How many rows travel at a time is {@link Connection#fetchSize}: without it some drivers (PostgreSQL's)
   * hold the whole result in memory.
   */
  Stream<R> stream();

  /** The rows, {@code size} at a time and fewer at the end; open as long as {@link #stream()}. */
  Iterable<List<R>> partitions(int size);

  /** Rows as instances of a record, its components filled by name; or single values as a {@code type}. */
  <T extends @Nullable Object> Result<T> into(Class<T> type);

  /** The rows, each through {@code mapper} when it is read. This result is used up. */
  <T extends @Nullable Object> Result<T> map(Function<? super R, ? extends T> mapper);

  /** How many rows the statement inserted, changed or deleted; -1 for a query, and where the driver does not say. */
  long rowCount();

  /** The primary key of the row that an INSERT made, keys that the database made included. */
  Row insertedPrimaryKey();

  /** The primary keys of the rows that an INSERT made, in the order of its rows. */
  List<Row> insertedPrimaryKeys();

  /** The position after the last row that was read, in a query with an order. */
  Keyset lastKey();

  /** Closes the cursor, if it is open still. Nothing happens the second time. */
  void close();
}
