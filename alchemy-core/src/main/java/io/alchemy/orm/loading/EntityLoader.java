package io.alchemy.orm.loading;

import io.alchemy.engine.Result;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.sql.Executable;
import io.alchemy.sql.StatementOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way into loading for a session. Stateless; one for each registry and engine. */
public final class EntityLoader {
  /** Runs any statement for a session; those over entities give instances. Autoflushes first. */
  public <R extends @Nullable Object> Result<R> execute(
      LoadingSession session, Executable<R> statement, Map<String, ?> parameters) {
    throw new UnsupportedOperationException();
  }

  /** Reads one row by its key (converted, a {@code List} if composite); null if there is none. Asks the identity map not. */
  public <E> @Nullable E get(
      LoadingSession session, Mapper<E> mapper, Object key, List<StatementOption> options) {
    throw new UnsupportedOperationException();
  }

  /** What {@link io.alchemy.orm.instrument.StateOwner#load} does: a lazy load, with siblings, or a reload of what expired. */
  public void load(LoadingSession session, InstanceState state, Object instance, int attribute) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reloads the given column attributes (all loaded ones, if null) of persistent instances of one mapper now; a row that
   * is gone raises {@link io.alchemy.error.ObjectDeletedException}.
   */
  public void refresh(
      LoadingSession session,
      Mapper<?> mapper,
      Collection<InstanceState> states,
      int @Nullable [] attributes) {
    throw new UnsupportedOperationException();
  }

  /** Loads one relationship for many owners at once, where it is not loaded: what a flush needs before deletes. */
  public void loadAll(LoadingSession session, Collection<InstanceState> owners, int attribute) {
    throw new UnsupportedOperationException();
  }
}
