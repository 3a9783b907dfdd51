package io.alchemy.orm.loading;

import io.alchemy.engine.Result;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.StateType;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Select;
import io.alchemy.sql.Sql;
import io.alchemy.sql.StatementOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way into loading for a session. One for each registry and engine; safe for use by many threads. */
public final class EntityLoader {
  private final Map<Mapper<?>, KeyedSelect> keyed = new ConcurrentHashMap<>();

  /** Runs any statement for a session; those over entities give instances. Autoflushes first. */
  public <R extends @Nullable Object> Result<R> execute(
      LoadingSession session, Executable<R> statement, Map<String, ?> parameters) {
    return new SessionStatement(session, parameters).execute(statement);
  }

  /** Runs a statement once for each row of parameters. Autoflushes first. */
  public <R extends @Nullable Object> Result<R> executeMany(
      LoadingSession session, Executable<R> statement, Collection<? extends Map<String, ?>> rows) {
    return new SessionStatement(session, Map.of()).runMany(statement, rows);
  }

  /**
   * The rows of a SELECT in chunks of {@code size}: its instances are siblings within a chunk, and leave the session
   * unchanged when the next begins. Close the stream if it is not read to its end.
   */
  public <R extends @Nullable Object> Stream<R> stream(
      LoadingSession session, Select<R> select, int size) {
    return EntityItems.any(select.spec().columns())
        ? EntityStream.of(session, select, size)
        : execute(session, select, Map.of()).stream();
  }

  /** The SQL that the session's database would be sent for a SELECT. */
  public String sql(LoadingSession session, Select<?> select) {
    return EntityQuery.prepare(
            session, SessionStatement.ruled(select, session.mappers()), Map.of(), Mode.LOAD)
        .sql();
  }

  /** Reads one row by its key (converted, a {@code List} if composite); null if there is none. Asks the identity map not. */
  public <E> @Nullable E get(
      LoadingSession session, Mapper<E> mapper, Object key, List<StatementOption> options) {
    if (!options.isEmpty()) {
      EntityQuery query = KeyedSelect.query(session, mapper, key, options);
      return mapper.type().cast(query.autoflush().first());
    }
    KeyedSelect select = keyed.get(mapper);
    if (select == null) {
      select = KeyedSelect.of(session, mapper, key);
      keyed.put(mapper, select);
    }
    return mapper.type().cast(select.get(session, key));
  }

  /** Reads the rows of these keys, 500 a statement; those that are not there are left out. Asks the identity map not. */
  public List<Prepared> getAll(LoadingSession session, Mapper<?> mapper, List<Object> keys) {
    List<Column<?>> columns = new ArrayList<>();
    mapper.primaryKey().forEach(part -> columns.add(part.column()));
    List<Prepared> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += Siblings.LIMIT) {
      List<Object> some = keys.subList(from, Math.min(keys.size(), from + Siblings.LIMIT));
      Select<?> select =
          KeyCondition.select(session, Sql.select(mapper.type()), mapper.table(), columns, some);
      RuledSelect ruled = new RuledSelect(select, List.of(LoadRules.NONE), List.of());
      for (@Nullable Object[] row : EntityQuery.run(session, ruled, Mode.LOAD)) {
        if (row[0] instanceof Prepared instance) {
          found.add(instance);
        }
      }
    }
    return found;
  }

  /** What {@link io.alchemy.orm.instrument.StateOwner#load} does: a lazy load, with siblings, or a reload of what expired. */
  public void load(LoadingSession session, InstanceState state, Object instance, int attribute) {
    LazyLoading.load(session, state, (Prepared) instance, attribute);
  }

  /**
   * Reloads the given column attributes (all that are or were loaded, if null) of persistent instances of one mapper now,
   * whatever was changed in memory.
   *
   * @throws io.alchemy.error.ObjectDeletedException if a row is gone
   */
  public void refresh(
      LoadingSession session,
      Mapper<?> mapper,
      Collection<InstanceState> states,
      int @Nullable [] attributes) {
    Reload.refresh(session, mapper, states, attributes);
  }

  /**
   * Makes persistent instances siblings of those of their mapper, though no query gave them together: what a flush inserted, what a
   * commit made out of date. Those that a query with loader options gave stay in its groups, as its options are about them.
   */
  public void group(Collection<InstanceState> states) {
    Object result = new Object();
    Map<StateType, Siblings> groups = new HashMap<>();
    StateType type = null;
    Siblings group = null;
    for (InstanceState state : states) {
      if (!Siblings.rulesOf(state).isEmpty()) {
        continue;
      }
      if (state.mapping() != type) {
        type = state.mapping();
        group = groups.get(type);
      }
      if (group == null || group.isFull()) {
        int expected = groups.isEmpty() ? states.size() : Reading.SOME;
        group = new Siblings(result, LoadRules.NONE, expected);
        groups.put(type, group);
      }
      group.add(state);
    }
  }

  /** Loads one relationship for many owners at once, where it is not loaded: what a flush needs before deletes. */
  public void loadAll(LoadingSession session, Collection<InstanceState> owners, int attribute) {
    List<InstanceState> unloaded = new ArrayList<>();
    for (InstanceState owner : owners) {
      if (owner.isUnloaded(attribute)) {
        unloaded.add(owner);
      }
    }
    if (unloaded.isEmpty()) {
      return;
    }
    Mapper<?> mapper = session.mappers().mapper(unloaded.get(0).type().type());
    if (mapper.property(attribute) instanceof RelationshipProperty relationship) {
      RelationshipLoader.of(session, relationship, LoadRules.NONE, List.of(mapper))
          .load(unloaded);
    }
  }

  /** Whether the options of the instance's query let the relationship read as empty, whatever the database has. */
  public boolean isLeftOut(InstanceState owner, RelationshipProperty relationship) {
    return Siblings.rulesOf(owner).action(relationship) == LoaderStep.Action.NONE;
  }
}
