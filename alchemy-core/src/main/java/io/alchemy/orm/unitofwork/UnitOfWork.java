package io.alchemy.orm.unitofwork;

import io.alchemy.engine.execution.Executor;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Cascade;
import io.alchemy.orm.FlushMode;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.RelationshipEnd;
import io.alchemy.orm.loading.EntityLoader;
import io.alchemy.orm.loading.LoadingSession;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Table;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session's memory: which instances it knows, and where each stands. New, changed and deleted instances are held
 * strongly until a flush; all others only by their users.
 */
public final class UnitOfWork implements LoadingSession {
  private final Mappers mappers;
  private final EntityLoader loader;
  private final FlushSchema schema;
  private final ThreadGuard guard = new ThreadGuard();
  private final IdentityMap identity = new IdentityMap();
  private Waiting waiting = Waiting.NOBODY;
  private final Transactions transactions;
  private @Nullable Assignments assignments;
  private @Nullable InPlaceChanges inPlace;
  private FlushMode flushMode = FlushMode.AUTO;
  private boolean flushing;
  private boolean closed;

  public UnitOfWork(
      Mappers mappers, EntityLoader loader, FlushSchema schema, Connections connections) {
    this.mappers = mappers;
    this.loader = loader;
    this.schema = schema;
    this.transactions = new Transactions(this, connections);
  }

  // ---- what others see

  @Override
  public Mappers mappers() {
    return mappers;
  }

  public EntityLoader loader() {
    return loader;
  }

  public Transactions transactions() {
    return transactions;
  }

  public Membership membership() {
    return new Membership(this);
  }

  Assignments assignments() {
    if (assignments == null) {
      assignments = new Assignments();
    }
    return assignments;
  }

  InPlaceChanges inPlace() {
    if (inPlace == null) {
      inPlace = new InPlaceChanges(this);
    }
    return inPlace;
  }

  /** Marks what changed in place as changed; mostly nobody has anything in hand that could. */
  void findInPlace() {
    if (inPlace != null) {
      inPlace.find();
    }
  }

  void findInPlace(InstanceState state) {
    if (inPlace != null) {
      inPlace.find(state);
    }
  }

  void releaseInPlace(InstanceState state) {
    if (inPlace != null) {
      inPlace.release(state);
    }
  }

  /** Lets the next flush write an SQL expression in place of a value. */
  public void assign(Object instance, String attribute, Expression<?> expression) {
    transactions.checkActive("assign");
    assignments().assign(this, instance, attribute, expression);
  }

  public FlushMode flushMode() {
    return flushMode;
  }

  public void flushMode(FlushMode mode) {
    flushMode = mode;
  }

  /** Enters the session; the thread that is inside must {@link #exit}. */
  public void enter(String operation) {
    enter(operation, "");
  }

  private void enter(String operation, String object) {
    guard.enter(operation, object);
    if (closed) {
      guard.exit();
      throw new InvalidRequestException(
          operation + object + " was called on a session that is closed: open another one.");
    }
  }

  public void exit() {
    guard.exit();
  }

  FlushSchema schema() {
    return schema;
  }

  IdentityMap identity() {
    return identity;
  }

  Waiting waiting() {
    if (waiting == Waiting.NOBODY) {
      waiting = new Waiting();
    }
    return waiting;
  }

  /** Instances whose INSERT waits, in the order they were added. */
  public Set<InstanceState> pending() {
    return waiting.pending();
  }

  /** Persistent instances of which something was set since the last flush. */
  public Set<InstanceState> modified() {
    return waiting.modified();
  }

  /** Persistent instances whose DELETE waits. */
  public Set<InstanceState> deleted() {
    return waiting.deleted();
  }

  /** Whether a flush would have anything to look at. */
  public boolean hasChanges() {
    findInPlace();
    return !waiting.isEmpty();
  }

  Mapper<?> mapper(InstanceState state) {
    return state.mapping() instanceof Mapper<?> mapper
        ? mapper
        : mappers.mapper(state.type().type());
  }

  /** Whether the instance is in this session, pending or persistent. */
  public boolean contains(Object instance) {
    InstanceState state = Instances.stateOrNull(instance);
    return state != null && isMine(state);
  }

  boolean isMine(InstanceState state) {
    return state.owner() == this
        && (state.lifecycle() == Lifecycle.PENDING || state.lifecycle() == Lifecycle.PERSISTENT);
  }

  /** The state of an instance that must be in this session. */
  InstanceState mine(Object instance, String operation) {
    InstanceState state = Instances.prepared(instance, operation).alchemy$state();
    if (state == null || !isMine(state)) {
      throw new InvalidRequestException(operation + ": " + Instances.name(instance)
          + " is not in this session; add or merge it first.");
    }
    return state;
  }

  /** The state of an instance that must be persistent here. */
  public InstanceState persistent(Object instance, String operation) {
    InstanceState state = mine(instance, operation);
    if (state.lifecycle() != Lifecycle.PERSISTENT) {
      throw new InvalidRequestException(operation + ": " + Instances.name(state)
          + " has no row yet, so there is nothing to read it from; flush first.");
    }
    return state;
  }

  // ---- close

  /** Cuts every instance from the session. Values that were loaded stay readable. */
  public void close() {
    try {
      transactions.close();
    } finally {
      letGo();
    }
  }

  private void letGo() {
    identity.detach();
    for (InstanceState state : List.copyOf(pending())) {
      state.lifecycle(Lifecycle.TRANSIENT);
      membership().leave(state);
    }
    modified().clear();
    deleted().clear();
    assignments = null;
    inPlace = null;
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }

  // ---- what has changed

  /** Persistent instances of which something was set. */
  public List<Object> dirty() {
    findInPlace();
    List<InstanceState> dirty = new ArrayList<>(modified());
    dirty.removeIf(deleted()::contains);
    return instances(dirty);
  }

  public static List<Object> instances(Collection<InstanceState> states) {
    List<Object> instances = new ArrayList<>(states.size());
    for (InstanceState state : states) {
      instances.add(Instances.instance(state));
    }
    return instances;
  }

  /** Whether a flush would write something about the instance itself. */
  public boolean isModified(Object instance) {
    InstanceState state = mine(instance, "isModified");
    findInPlace(state);
    if (state.lifecycle() == Lifecycle.PENDING || deleted().contains(state)) {
      return true;
    }
    return Changes.isModified(this, state);
  }

  // ---- flush

  /** Runs something that must not flush on its way. */
  <T extends @Nullable Object> T unflushed(Supplier<T> action) {
    boolean nested = flushing;
    flushing = true;
    try {
      return action.get();
    } finally {
      flushing = nested;
    }
  }

  /** Reads a row by its key, without a flush before. It is no {@link #unflushed} action, which would be 24 bytes of each. */
  <E> @Nullable E row(Mapper<E> mapper, Object key) {
    boolean nested = flushing;
    flushing = true;
    try {
      return loader.get(this, mapper, key, List.of());
    } finally {
      flushing = nested;
    }
  }

  /** Writes all pending changes. */
  public void flush() {
    transactions.checkActive("flush");
    if (flushing || !hasChanges()) {
      return;
    }
    flushing = true;
    try {
      Flush.run(this);
    } catch (RuntimeException | Error e) {
      transactions.flushFailed(e);
      throw e;
    } finally {
      flushing = false;
    }
  }

  /** What a flush would do now. Collections that a deletion needs are loaded; nothing else happens. */
  public Plan plan() {
    transactions.checkActive("flushPlan");
    findInPlace();
    return unflushed(() -> {
      try (FlushScope scope = new FlushScope(this)) {
        return Planner.plan(scope);
      }
    });
  }

  @Override
  public void autoflush(@Nullable Set<Table> reads) {
    transactions.checkActive("a query");
    if (isToFlush(reads)) {
      flush();
    }
  }

  @Override
  public void autoflushBeforeLoad(Set<Table> reads) {
    transactions.checkActive("a lazy load");
    if (isToFlush(reads) && !Strays.any(this)) {
      flush();
    }
  }

  /** Whether a flush is due that {@link #autoflushBeforeLoad} put off. */
  boolean isFlushPutOff(Set<Table> reads) {
    return isToFlush(reads) && Strays.any(this);
  }

  private boolean isToFlush(@Nullable Set<Table> reads) {
    return !flushing && flushMode == FlushMode.AUTO && hasChanges() && Reach.reaches(this, reads);
  }

  // ---- what loading needs

  @Override
  public Executor executor() {
    return Executor.of(transactions.connection());
  }

  @Override
  public @Nullable InstanceState find(Mapper<?> mapper, Object key) {
    return identity.find(mapper, key);
  }

  @Override
  public InstanceState register(Mapper<?> mapper, Object key, Prepared fresh) {
    InstanceState state = new InstanceState(fresh, identity.queue());
    fresh.alchemy$state(state);
    state.identity(mapper, key);
    state.owner(this);
    state.lifecycle(Lifecycle.PERSISTENT);
    state.markUnloaded(mapper.mapped());
    identity.put(state);
    transactions.loaded(state);
    return state;
  }

  @Override
  public Collection<InstanceState> states(Mapper<?> mapper) {
    findInPlace();
    List<InstanceState> found = identity.states();
    found.removeIf(state -> mapper(state) != mapper);
    return found;
  }

  @Override
  public void gone(InstanceState state) {
    identity.remove(state);
    waiting.forget(state);
    releaseInPlace(state);
    state.clearChanges();
    state.forgetOriginals();
    state.lifecycle(Lifecycle.DELETED);
    transactions.current().deleted(state);
  }

  @Override
  public void outdated(InstanceState state, int attribute) {
    BitSet attributes = new BitSet();
    attributes.set(attribute);
    transactions.current().changed(state, attributes);
  }

  @Override
  public void release(InstanceState state) {
    findInPlace(state);
    if (state.lifecycle() == Lifecycle.PERSISTENT
        && !modified().contains(state)
        && !deleted().contains(state)) {
      membership().evict(state);
    }
  }

  // ---- what instances tell

  @Override
  public void load(InstanceState state, Object instance, int attribute) {
    enter("the load of " + state.type().type().getSimpleName() + "."
        + state.type().name(attribute));
    try {
      transactions.checkActive("a lazy load");
      loader.load(this, state, instance, attribute);
    } finally {
      exit();
    }
  }

  /** Loads an attribute of a persistent instance if it is not loaded. */
  void loadIfNeeded(InstanceState state, int attribute) {
    if (state.lifecycle() == Lifecycle.PERSISTENT && state.isUnloaded(attribute)) {
      loader.load(this, state, Instances.instance(state), attribute);
    }
  }

  @Override
  public @Nullable Object known(InstanceState state, Object instance, RelationshipEnd end) {
    return References.known(this, state, (Prepared) instance, relationship(state, end));
  }

  @Override
  public void changed(InstanceState state, Object instance) {
    if (state.lifecycle() != Lifecycle.PERSISTENT) {
      return;
    }
    enter("a change of ", state.type().type().getSimpleName());
    try {
      state.holdStrongly(true);
      waiting().update(state);
    } finally {
      exit();
    }
  }

  @Override
  public void gaveOut(InstanceState state, Object instance) {
    if (state.lifecycle() != Lifecycle.PERSISTENT) {
      return;
    }
    enter("a read of ", state.type().type().getSimpleName());
    try {
      inPlace().hold(state, (Prepared) instance);
    } finally {
      exit();
    }
  }

  @Override
  public void added(
      InstanceState state, Object instance, RelationshipEnd end, Object member, boolean byBackref) {
    if (byBackref || !isMine(state) || !(member instanceof Prepared prepared)) {
      return;
    }
    if (!relationship(state, end).cascades(Cascade.SAVE_UPDATE)) {
      return;
    }
    InstanceState memberState = prepared.alchemy$state();
    if (memberState != null
        && (isMine(memberState) || memberState.lifecycle() == Lifecycle.DELETED)) {
      return;
    }
    enter("a change of " + end.name());
    try {
      membership().add(member);
    } finally {
      exit();
    }
  }

  @Override
  public void removed(
      InstanceState state, Object instance, RelationshipEnd end, Object member, boolean byBackref) {
    InstanceState memberState = Instances.stateOrNull(member);
    if (byBackref
        || memberState == null
        || memberState.owner() != this
        || memberState.lifecycle() != Lifecycle.PENDING
        || !isMine(state)
        || !relationship(state, end).cascades(Cascade.DELETE_ORPHAN)) {
      return;
    }
    enter("a change of " + end.name());
    try {
      membership().evict(memberState);
    } finally {
      exit();
    }
  }

  private RelationshipProperty relationship(InstanceState state, RelationshipEnd end) {
    if (mapper(state).property(end.attribute()) instanceof RelationshipProperty relationship) {
      return relationship;
    }
    throw new IllegalStateException("not a relationship here: " + end.name());
  }

  @Override
  public String describe() {
    return "a session with " + identity.size() + " persistent instances";
  }
}
