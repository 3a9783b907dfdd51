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
 * A session that is another one in each thread: the first use in a thread opens it, {@link #remove} closes it. May be
 * shared by any number of threads. The one place in Alchemy that knows threads.
 */
public final class ScopedSession implements Session {
  private final SessionMaker maker;
  private final ThreadLocal<@Nullable Session> sessions = new ThreadLocal<>();

  public ScopedSession(SessionMaker maker) {
    this.maker = maker;
  }

  /** This thread's session, opened if it has none. */
  public Session current() {
    Session session = sessions.get();
    if (session == null) {
      session = maker.open();
      sessions.set(session);
    }
    return session;
  }

  /** Whether this thread has a session. */
  public boolean isOpen() {
    return sessions.get() != null;
  }

  /** Closes this thread's session, if it has one; the next use opens another. */
  public void remove() {
    Session session = sessions.get();
    sessions.remove();
    if (session != null) {
      session.close();
    }
  }

  @Override
  public void add(Object instance) {
    current().add(instance);
  }

  @Override
  public void addAll(Iterable<?> instances) {
    current().addAll(instances);
  }

  @Override
  public void delete(Object instance) {
    current().delete(instance);
  }

  @Override
  public void flush() {
    current().flush();
  }

  @Override
  public FlushPlan flushPlan() {
    return current().flushPlan();
  }

  @Override
  public void commit() {
    current().commit();
  }

  @Override
  public void rollback() {
    current().rollback();
  }

  @Override
  public Transaction beginNested() {
    return current().beginNested();
  }

  @Override
  public void begin() {
    current().begin();
  }

  @Override
  public boolean isInTransaction() {
    return current().isInTransaction();
  }

  @Override
  public boolean isActive() {
    return current().isActive();
  }

  @Override
  public void transactionEnded(boolean committed) {
    current().transactionEnded(committed);
  }

  @Override
  public Connection connection() {
    return current().connection();
  }

  @Override
  public <E, T extends @Nullable Object> void assign(
      E instance, ColumnAttribute<? super E, T> attribute, Expression<? extends T> value) {
    current().assign(instance, attribute, value);
  }

  @Override
  public boolean contains(Object instance) {
    return current().contains(instance);
  }

  @Override
  public <E> @Nullable E get(Class<E> type, Object key) {
    return current().get(type, key);
  }

  @Override
  public <E> @Nullable E get(Class<E> type, Object key, long expectedVersion) {
    return current().get(type, key, expectedVersion);
  }

  @Override
  public <E> @Nullable E getForUpdate(Class<E> type, Object key) {
    return current().getForUpdate(type, key);
  }

  @Override
  public <E> E getOne(Class<E> type, Object key) {
    return current().getOne(type, key);
  }

  @Override
  public <E> Optional<E> find(Class<E> type, Object key) {
    return current().find(type, key);
  }

  @Override
  public void refresh(Object instance) {
    current().refresh(instance);
  }

  @Override
  public void refresh(Object instance, Attribute<?, ?>... attributes) {
    current().refresh(instance, attributes);
  }

  @Override
  public void expire(Object instance) {
    current().expire(instance);
  }

  @Override
  public void expire(Object instance, Attribute<?, ?>... attributes) {
    current().expire(instance, attributes);
  }

  @Override
  public void expireAll() {
    current().expireAll();
  }

  @Override
  public void expireUnchanged() {
    current().expireUnchanged();
  }

  @Override
  public void expunge(Object instance) {
    current().expunge(instance);
  }

  @Override
  public void expungeAll() {
    current().expungeAll();
  }

  @Override
  public void makeTransient(Object instance) {
    current().makeTransient(instance);
  }

  @Override
  public <E> E merge(E instance) {
    return current().merge(instance);
  }

  @Override
  public <E> List<E> mergeAll(Iterable<? extends E> instances) {
    return current().mergeAll(instances);
  }

  @Override
  public List<Object> newInstances() {
    return current().newInstances();
  }

  @Override
  public List<Object> dirty() {
    return current().dirty();
  }

  @Override
  public List<Object> deleted() {
    return current().deleted();
  }

  @Override
  public boolean isModified(Object instance) {
    return current().isModified(instance);
  }

  @Override
  public <E> Query<E> query(Class<E> type) {
    return current().query(type);
  }

  @Override
  public <T extends @Nullable Object> Query<T> query(Selectable<T> one) {
    return current().query(one);
  }

  @Override
  public Query<Row> query(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return current().query(first, second, more);
  }

  @Override
  public <R extends @Nullable Object> Query<R> query(Select<R> statement) {
    return current().query(statement);
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(Executable<R> statement) {
    return current().execute(statement);
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters) {
    return current().execute(statement, parameters);
  }

  @Override
  public <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    return current().executeMany(statement, parameters);
  }

  @Override
  public FlushMode flushMode() {
    return current().flushMode();
  }

  @Override
  public void flushMode(FlushMode mode) {
    current().flushMode(mode);
  }

  @Override
  public void noAutoflush(Runnable work) {
    current().noAutoflush(work);
  }

  @Override
  public <T extends @Nullable Object> T noAutoflushResult(Supplier<T> work) {
    return current().noAutoflushResult(work);
  }

  /** {@link #remove}. */
  @Override
  public void close() {
    remove();
  }
}
