package io.alchemy.orm.loading;

import io.alchemy.engine.execution.Executor;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.StateOwner;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.schema.Table;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What loading needs of a session: a connection, the identity map, and a flush before a query that could miss something. */
public interface LoadingSession extends StateOwner {
  Mappers mappers();

  /** The executor of the session's transaction, which begins if it has not. */
  Executor executor();

  /** Flushes first if pending changes can reach what is about to be read; null: anything may be read. */
  void autoflush(@Nullable Set<Table> reads);

  /** The same before a lazy load, which the user may not know of: waits while a child is between two parents. */
  void autoflushBeforeLoad(Set<Table> reads);

  /** The state of the instance with this key; null if the identity map has none (or it was collected). */
  @Nullable
  InstanceState find(Mapper<?> mapper, Object key);

  /** Puts a fresh instance into the identity map as persistent, and gives it its state: no attribute loaded yet. */
  InstanceState register(Mapper<?> mapper, Object key, Prepared fresh);

  /** The states of all instances of {@code mapper} in the identity map: what a bulk UPDATE or DELETE may have touched. */
  Collection<InstanceState> states(Mapper<?> mapper);

  /** A bulk DELETE took the instance's row: it is deleted as after a flush, and a rollback brings it back. */
  void gone(InstanceState state);

  /** A bulk UPDATE or DELETE changed what the attribute is: the rollback of a savepoint makes it out of date once more. */
  void outdated(InstanceState state, int attribute);

  /** Lets go of an instance that a stream is past: out of the identity map, detached; a changed one is never let go. */
  void release(InstanceState state);
}
