package io.alchemy.orm;

import io.alchemy.sql.CheckReturnValue;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Joinable;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Select;
import io.alchemy.sql.StatementOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT and the session that runs it. Immutable: every method that says more gives a new query. Each run flushes first
 * what could change its result.
 *
 * <p>{@code toString()} is the SQL that would be sent. For one use, {@code session.execute(select(Page.class)…)} is the same.
 *
 * @param <R> what one row of its result is
 */
@CheckReturnValue
public interface Query<R extends @Nullable Object> extends Iterable<R> {
  /** {@code WHERE} all of the conditions, beside those given before. */
  Query<R> filter(Condition... conditions);

  /**
   * {@code WHERE attribute = value}, by the attribute's name in the entities that the query selects or joins; null asks for
   * {@code IS NULL}, an instance compares a reference.
   *
   * @throws io.alchemy.error.InvalidRequestException if none of the entities has it, or several do
   */
  Query<R> filterBy(String attribute, @Nullable Object value);

  /** {@code JOIN} along a relationship. A row of the result is a row of the join: instances may repeat. */
  Query<R> join(Joinable relationship);

  /** {@code LEFT JOIN} along a relationship, as {@link Select#leftJoin(Joinable)} does. */
  Query<R> leftJoin(Joinable relationship);

  /** {@code ORDER BY}, after the elements given before. */
  Query<R> orderBy(Ordering... order);

  /** At most so many rows. */
  Query<R> limit(long rows);

  /** Without so many rows at the beginning. */
  Query<R> offset(long rows);

  /** How what is selected loads: {@link LoaderOptions}. */
  Query<R> options(StatementOption... options);

  /** The rows from {@code from}, counted from 0, to before {@code to}: {@code LIMIT to - from OFFSET from}, run at once. */
  List<R> slice(int from, int to);

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

  /** The first row, or null when there is none: {@code LIMIT 1}. */
  @Nullable
  R first();

  /** As {@link #first()}. */
  Optional<R> findFirst();

  /**
   * The instance with this key (a {@code List} of values if composite), from memory if the session has it; null if there is
   * none. Only for a query of one class with nothing but options.
   *
   * @throws io.alchemy.error.InvalidRequestException if the query has conditions or selects something else
   */
  @Nullable
  R get(Object key);

  /** How many rows there are: {@code SELECT count(*)}. */
  long count();

  /** Whether there is a row at all: {@code SELECT 1 … LIMIT 1}. */
  boolean exists();

  /**
   * The rows in chunks of 500, as the database sends them, so that a result of any size fits into memory. The instances of
   * a chunk are siblings; those that came with the stream and were not changed are detached when the next chunk begins.
   * Close the stream if it is not read to its end. SQLite reads on while the loop writes: a row whose place in the order
   * the loop changes may come again.
   */
  Stream<R> stream();

  /** As {@link #stream()}, in chunks of {@code size}. */
  Stream<R> stream(int size);

  /** All rows, read before the first is handed out: the loop may use the session. */
  @Override
  Iterator<R> iterator();

  /** The statement by itself. */
  Select<R> select();
}
