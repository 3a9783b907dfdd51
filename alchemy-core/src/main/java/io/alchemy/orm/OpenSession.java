package io.alchemy.orm;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Result;
import io.alchemy.engine.Transaction;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.NoResultFoundException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.unitofwork.Batch;
import io.alchemy.orm.unitofwork.Expiry;
import io.alchemy.orm.unitofwork.Lookup;
import io.alchemy.orm.unitofwork.Merge;
import io.alchemy.orm.unitofwork.Refresh;
import io.alchemy.orm.unitofwork.UnitOfWork;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session that a {@link SessionMaker} opens: what a user may say, in terms of a {@link UnitOfWork}. */
final class OpenSession implements Session {
  private final UnitOfWork work;
  private final AtomicInteger openSessions;

  /** @param openSessions how many sessions the maker has open; this is one more until it is closed */
  OpenSession(UnitOfWork work, AtomicInteger openSessions) {
    this.work = work;
    this.openSessions = openSessions;
    openSessions.incrementAndGet();
  }

  /** What queries of this session load with. */
  UnitOfWork work() {
    return work;
  }

  private void run(String operation, Runnable action) {
    work.enter(operation);
    try {
      action.run();
    } finally {
      work.exit();
    }
  }

  private <T extends @Nullable Object> T call(String operation, Supplier<T> action) {
    work.enter(operation);
    try {
      return action.get();
    } finally {
      work.exit();
    }
  }

  @Override
  public void add(Object instance) {
    run("add", () -> work.membership().add(instance));
  }

  @Override
  public void addAll(Iterable<?> instances) {
    run("addAll", () -> instances.forEach(work.membership()::add));
  }

  @Override
  public void delete(Object instance) {
    run("delete", () -> work.membership().delete(instance));
  }

  @Override
  public void flush() {
    run("flush", work::flush);
  }

  @Override
  public FlushPlan flushPlan() {
    return call("flushPlan", () -> {
      List<FlushPlan.Step> steps = new ArrayList<>();
      for (Batch batch : work.plan().batches()) {
        steps.add(new FlushPlan.Step(batch.action(), batch.table(), batch.columns(), batch.size()));
      }
      return new FlushPlan(steps);
    });
  }

  @Override
  public void commit() {
    run("commit", work.transactions()::commit);
  }

  @Override
  public void rollback() {
    run("rollback", work.transactions()::rollback);
  }

  @Override
  public Transaction beginNested() {
    return call("beginNested", work.transactions()::beginNested);
  }

  @Override
  public void begin() {
    run("begin", work.transactions()::begin);
  }

  @Override
  public boolean isInTransaction() {
    return work.transactions().isBegun();
  }

  @Override
  public boolean isActive() {
    return !work.isClosed() && !work.transactions().isFailed();
  }

  @Override
  public void transactionEnded(boolean committed) {
    run("transactionEnded", () -> work.transactions().ended(committed));
  }

  @Override
  public Connection connection() {
    return call("connection", work.transactions()::connection);
  }

  // ---- instances

  @Override
  public <E, T extends @Nullable Object> void assign(
      E instance, ColumnAttribute<? super E, T> attribute, Expression<? extends T> value) {
    run("assign", () -> work.assign(instance, attribute.key(), value));
  }

  @Override
  public boolean contains(Object instance) {
    return call("contains", () -> work.contains(instance));
  }

  @Override
  public <E> @Nullable E get(Class<E> type, Object key) {
    work.enter("get");
    try {
      return Lookup.get(work, type, key);
    } finally {
      work.exit();
    }
  }

  @Override
  public <E> @Nullable E get(Class<E> type, Object key, long expectedVersion) {
    return call("get", () -> Lookup.get(work, type, key, expectedVersion));
  }

  @Override
  public <E> @Nullable E getForUpdate(Class<E> type, Object key) {
    return call("getForUpdate", () -> Lookup.getForUpdate(work, type, key));
  }

  @Override
  public <E> E getOne(Class<E> type, Object key) {
    E found = get(type, key);
    if (found == null) {
      throw new NoResultFoundException("There is no " + type.getSimpleName() + " with the key "
          + key + "; get and find answer null and an empty Optional instead.");
    }
    return found;
  }

  @Override
  public <E> Optional<E> find(Class<E> type, Object key) {
    return Optional.ofNullable(get(type, key));
  }

  @Override
  public void refresh(Object instance) {
    run("refresh", () -> Refresh.refresh(work, instance, null));
  }

  @Override
  public void refresh(Object instance, Attribute<?, ?>... attributes) {
    run("refresh", () -> Refresh.refresh(work, instance, indexes(instance, "refresh", attributes)));
  }

  @Override
  public void expire(Object instance) {
    run("expire", () -> Expiry.expireInstance(work, instance, null));
  }

  @Override
  public void expire(Object instance, Attribute<?, ?>... attributes) {
    run(
        "expire",
        () -> Expiry.expireInstance(work, instance, indexes(instance, "expire", attributes)));
  }

  private int[] indexes(Object instance, String operation, Attribute<?, ?>... attributes) {
    InstanceState state = work.persistent(instance, operation);
    int[] indexes = new int[attributes.length];
    for (int i = 0; i < attributes.length; i++) {
      indexes[i] = state.type().indexOf(attributes[i].key());
      if (indexes[i] < 0 || !attributes[i].owner().isInstance(instance)) {
        throw new ArgumentException(
            operation + ": " + instance.getClass().getSimpleName() + " has no attribute "
                + attributes[i].owner().getSimpleName() + "." + attributes[i].key() + ".");
      }
    }
    return indexes;
  }

  @Override
  public void expireAll() {
    run("expireAll", () -> Expiry.expireAll(work));
  }

  @Override
  public void expireUnchanged() {
    run("expireUnchanged", () -> Expiry.expireUnchanged(work));
  }

  @Override
  public void expunge(Object instance) {
    run("expunge", () -> work.membership().expunge(instance));
  }

  @Override
  public void expungeAll() {
    run("expungeAll", work.membership()::expungeAll);
  }

  @Override
  public void makeTransient(Object instance) {
    run("makeTransient", () -> work.membership().makeTransient(instance));
  }

  @Override
  public <E> E merge(E instance) {
    return call("merge", () -> Merge.merge(work, List.of(instance)).get(0));
  }

  @Override
  public <E> List<E> mergeAll(Iterable<? extends E> instances) {
    return call("mergeAll", () -> Merge.merge(work, instances));
  }

  @Override
  public List<Object> newInstances() {
    return call("newInstances", () -> UnitOfWork.instances(work.pending()));
  }

  @Override
  public List<Object> dirty() {
    return call("dirty", work::dirty);
  }

  @Override
  public List<Object> deleted() {
    return call("deleted", () -> UnitOfWork.instances(work.deleted()));
  }

  @Override
  public boolean isModified(Object instance) {
    return call("isModified", () -> work.isModified(instance));
  }

  // ---- statements

  @Override
  public <E> Query<E> query(Class<E> type) {
    return query(Sql.select(type));
  }

  @Override
  public <T extends @Nullable Object> Query<T> query(Selectable<T> one) {
    return query(Sql.select(one));
  }

  @Override
  public Query<Row> query(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
    return query(Sql.select(first, second, more));
  }

  @Override
  public <R extends @Nullable Object> Query<R> query(Select<R> select) {
    return new SessionQuery<>(this, work, work.loader(), select);
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(Executable<R> statement) {
    return execute(statement, Map.of());
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters) {
    return call("execute", () -> work.loader().execute(work, statement, parameters));
  }

  @Override
  public <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    return call("executeMany", () -> work.loader().executeMany(work, statement, parameters));
  }

  // ---- when to flush

  @Override
  public FlushMode flushMode() {
    return work.flushMode();
  }

  @Override
  public void flushMode(FlushMode mode) {
    run("flushMode", () -> work.flushMode(mode));
  }

  @Override
  public void noAutoflush(Runnable action) {
    noAutoflushResult(() -> {
      action.run();
      return Set.of();
    });
  }

  @Override
  public <T extends @Nullable Object> T noAutoflushResult(Supplier<T> action) {
    FlushMode before = work.flushMode();
    if (before == FlushMode.AUTO) {
      flushMode(FlushMode.COMMIT);
    }
    try {
      return action.get();
    } finally {
      if (before == FlushMode.AUTO) {
        flushMode(before);
      }
    }
  }

  /** Says by name what a read-only session leaves unwritten. */
  void warnOfChanges() {
    run("close", work.transactions()::warnOfChanges);
  }

  @Override
  public void close() {
    if (work.isClosed()) {
      return;
    }
    work.enter("close");
    try {
      work.close();
    } finally {
      work.exit();
      if (work.isClosed()) {
        openSessions.decrementAndGet();
      }
    }
  }

  @Override
  public String toString() {
    return work.isClosed() ? "a closed session" : work.describe();
  }
}
