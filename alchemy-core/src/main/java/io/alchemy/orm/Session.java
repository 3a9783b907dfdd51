package io.alchemy.orm;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Result;
import io.alchemy.engine.Transaction;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the database about instances of mapped classes: it knows each row by one instance, notices what
 * changes, and writes it in one go. A session begins a transaction by itself, with the first thing that needs one, and
 * takes a connection with the first statement; both end with {@link #commit}, {@link #rollback} or {@link #close}.
 *
 * <p>For one thread at a time: a second one that enters while the first is inside gets a
 * {@link io.alchemy.error.ConcurrentSessionException}. To share one between threads that need one each, see
 * {@link ScopedSession}.
 *
 * <p>An instance is <em>transient</em> (new, unknown here), <em>pending</em> (added, its INSERT waits), <em>persistent</em>
 * (it has a row), <em>deleted</em> (its row was deleted in this transaction) or <em>detached</em> (it has a row, and no
 * session). The session holds new, changed and deleted instances until they are flushed, others only weakly.
 */
public interface Session extends AutoCloseable {
  /**
   * Makes an instance pending, and what it refers to along relationships that cascade {@link Cascade#SAVE_UPDATE}. A
   * detached instance becomes persistent again. Runs no SQL: the flush inserts.
   *
   * @throws io.alchemy.error.ArgumentException for a collection: use {@link #addAll}
   * @throws io.alchemy.error.InvalidRequestException when it belongs to another session, when it was deleted, or when the
   *     session has its row as another instance
   */
  void add(Object instance);

  /** {@link #add} for each. */
  void addAll(Iterable<?> instances);

  /**
   * Marks a persistent (or detached) instance for deletion. The flush deletes its row, its rows in link tables, and what
   * relationships cascade {@link Cascade#DELETE} to; foreign keys of other children become NULL.
   *
   * @throws io.alchemy.error.InvalidRequestException when it has no row
   */
  void delete(Object instance);

  /**
   * Writes pending changes: INSERT, UPDATE and DELETE in batches, parents before children. Keys and defaults that were
   * made on the way are in the instances afterwards. If it fails, no instance has changed, the transaction is rolled back,
   * and the session waits for {@link #rollback}.
   *
   * @throws io.alchemy.error.FlushException when the changes cannot be put into rows or into an order
   * @throws io.alchemy.error.StaleDataException when a row is gone or has another version
   */
  void flush();

  /** What a flush would write now, in order. Loads collections that deletions need, and does nothing else. */
  FlushPlan flushPlan();

  /**
   * Flushes, commits, and expires all persistent instances, unless the session was made with {@code
   * expireOnCommit(false)}: the next read of an attribute reloads the row. Open savepoints are committed too.
   */
  void commit();

  /**
   * Rolls the transaction back, savepoints included. New instances are transient again and keep what they were given,
   * while keys that the database made are null; deleted ones are persistent; all others expire.
   */
  void rollback();

  /**
   * Flushes, and sets a savepoint. Its {@code rollback} undoes what happened since, in the database and in memory; what
   * did not change since stays loaded. Its {@code close} rolls back if neither was called.
   */
  Transaction beginNested();

  /** Begins the transaction if none has begun. Nothing is sent to the database. */
  void begin();

  /** Whether a transaction has begun. */
  boolean isInTransaction();

  /** Whether the session is open and no failed flush waits for a rollback. */
  boolean isActive();

  /**
   * For whoever runs the transaction that this session takes part in
   * ({@link io.alchemy.engine.ConnectionSource#externalTransaction}): it has ended, and memory follows, as after
   * {@link #commit} or {@link #rollback}. Flush before a commit.
   */
  void transactionEnded(boolean committed);

  /**
   * The transaction's connection, taken now if it was not needed before. Nothing is flushed first.
   */
  Connection connection();

  // ---- instances

  /**
   * Lets the next flush write an SQL expression instead of a value: {@code UPDATE page SET views = page.views + 1}. The
   * attribute is read again when it is next touched; a value that is set before the flush wins.
   *
   * @param value over columns of the table
   */
  <E, T extends @Nullable Object> void assign(
      E instance, ColumnAttribute<? super E, T> attribute, Expression<? extends T> value);

  /** Whether the instance is pending or persistent here. */
  boolean contains(Object instance);

  /**
   * The instance with this key; null if there is no such row. From memory, without SQL, unless it is not there or has
   * expired.
   *
   * @param key converted by the column's type; of a composite key, a {@code List} in the order of the primary key
   */
  <E> @Nullable E get(Class<E> type, Object key);

  /**
   * The same, if its version is still the one that is expected, such as the one that a form was made from.
   *
   * @throws io.alchemy.error.StaleDataException when it has another version
   */
  <E> @Nullable E get(Class<E> type, Object key, long expectedVersion);

  /** The same as {@link #get(Class, Object)}, locked until the transaction ends: {@code SELECT … FOR UPDATE}, always read anew. */
  <E> @Nullable E getForUpdate(Class<E> type, Object key);

  /** @throws io.alchemy.error.NoResultFoundException when there is no such row */
  <E> E getOne(Class<E> type, Object key);

  <E> Optional<E> find(Class<E> type, Object key);

  /** Reads a persistent instance's columns now; unflushed changes of it are lost. Relationships load when touched. */
  void refresh(Object instance);

  /** Reads only these attributes. */
  void refresh(Object instance, Attribute<?, ?>... attributes);

  /** Forgets what was loaded and changed; the next read loads. */
  void expire(Object instance);

  /** Forgets only these attributes. */
  void expire(Object instance, Attribute<?, ?>... attributes);

  /** {@link #expire(Object)} for all persistent instances. */
  void expireAll();

  /** The same for those that wait for no flush: what was changed or is to be deleted stays as it is. */
  void expireUnchanged();

  /** Lets go of an instance: a pending one is transient, a persistent one detached. What was loaded stays readable. */
  void expunge(Object instance);

  /** Lets go of all instances. */
  void expungeAll();

  /**
   * Makes an instance transient whatever it was: it has no key and no session any more, and can be added as new.
   */
  void makeTransient(Object instance);

  /**
   * Copies the state of an instance onto the one that this session knows by its key, loaded if there is one, else new; and
   * follows {@link Cascade#MERGE}. What the given instance has not loaded is not copied.
   *
   * @return this session's instance; the given one stays as it is
   * @throws io.alchemy.error.StaleDataException when the given one has another version
   */
  <E> E merge(E instance);

  /**
   * {@link #merge} for many instances, whose rows are read together: a statement for each class and 500 keys, along {@link
   * Cascade#MERGE} too.
   *
   * @return this session's instances, in the same order
   */
  <E> List<E> mergeAll(Iterable<? extends E> instances);

  /** Instances whose INSERT waits, in the order they were added. */
  List<Object> newInstances();

  /** Persistent instances of which something was set since the last flush, whether or not to another value. */
  List<Object> dirty();

  /** Instances marked for deletion. */
  List<Object> deleted();

  /** Whether a flush would write anything for this instance: values are compared. */
  boolean isModified(Object instance);

  // ---- statements

  <E> Query<E> query(Class<E> type);

  <T extends @Nullable Object> Query<T> query(Selectable<T> one);

  Query<Row> query(Selectable<?> first, Selectable<?> second, Selectable<?>... more);

  /** A statement as a query of this session: {@code session.query(select(Page.class)…).stream()}. */
  <R extends @Nullable Object> Query<R> query(Select<R> statement);

  /**
   * Runs a statement; those over mapped classes give instances. Flushes first if pending changes can reach it.
   *
   * <p>A statement that selects instances is read to its end before this returns, by {@link Result#stream()} too, since the
   * instances of one result load together. For results too large for memory there is {@link Query#stream()}, by {@link
   * #query(Select)}.
   */
  <R extends @Nullable Object> Result<R> execute(Executable<R> statement);

  <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters);

  <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters);

  // ---- when to flush

  FlushMode flushMode();

  void flushMode(FlushMode mode);

  /** Runs {@code work} with no automatic flush, as for instances that are not complete yet. */
  void noAutoflush(Runnable work);

  /** The same, with a value. */
  <T extends @Nullable Object> T noAutoflushResult(Supplier<T> work);

  /**
   * Rolls back what was not committed, gives the connection back, and lets go of all instances. What was loaded stays
   * readable. A closed session cannot be used again.
   */
  @Override
  void close();
}
