package io.alchemy.orm.loading;

import io.alchemy.compile.Lowered;
import io.alchemy.compile.Ready;
import io.alchemy.engine.Result;
import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityItems.Entity;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Select;
import io.alchemy.sql.StatementOption;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.SelectSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's statement, run for a session: what it selects decides who reads its rows. */
final class SessionStatement {
  /** What a lowering leaves that keeps the statement as it is. */
  static final Object NOTHING = new Object();

  private final LoadingSession session;
  private final Map<String, ?> parameters;

  SessionStatement(LoadingSession session, Map<String, ?> parameters) {
    this.session = session;
    this.parameters = parameters;
  }

  <R extends @Nullable Object> Result<R> execute(Executable<R> statement) {
    if (statement instanceof Select<?> select && EntityItems.any(select.spec().columns())) {
      return entities(select);
    }
    if (statement instanceof Returning<?> returning && EntityItems.any(returning.columns())) {
      return returned(returning);
    }
    return run(statement);
  }

  // ---- entities

  @SuppressWarnings("unchecked") // the statement's type says what it selects
  private <R extends @Nullable Object> Result<R> entities(Select<?> select) {
    SelectRows<R> rows = new SelectRows<>((Select<R>) select);
    EntityQuery query =
        EntityQuery.prepare(session, ruled(select), parameters, Mode.LOAD).autoflush();
    if (select.spec().single() && query.isOfInstances()) {
      return new LoadedResult<>((List<R>) (List<?>) query.instances(parameters), select);
    }
    return new LoadedResult<>(rows.of(query.all(parameters), query.isOnce()), select);
  }

  private RuledSelect ruled(Select<?> select) {
    return ruled(select, session.mappers());
  }

  /** The statement with the rules that its options make for each entity. */
  static RuledSelect ruled(Select<?> select, Mappers mappers) {
    SelectSpec spec = select.spec();
    List<Entity> entities = EntityItems.of(spec.columns());
    List<LoadRules> rules = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      Mapper<?> mapper = mappers.mapper(entity.type());
      rules.add(LoadRules.of(spec.options(), mappers, mapper, entity.alias()));
    }
    requireSelected(spec, entities, mappers);
    return new RuledSelect(select, rules, List.of());
  }

  private static void requireSelected(SelectSpec spec, List<Entity> entities, Mappers mappers) {
    for (StatementOption option : spec.options()) {
      if (option instanceof LoaderChain chain
          && entities.stream()
              .noneMatch(entity -> LoadRules.startsAt(
                  chain.last(), mappers.mapper(entity.type()), entity.alias()))) {
        throw new ArgumentException(chain.last()
            + " begins at an entity that the statement does not select; it selects "
            + spec.columns());
      }
    }
  }

  @SuppressWarnings("unchecked") // the statement's type says what it returns
  private <R extends @Nullable Object> Result<R> returned(Returning<?> returning) {
    Entity entity =
        returning.columns().size() == 1 ? EntityItems.entity(returning.columns().get(0)) : null;
    if (entity == null) {
      throw new ArgumentException(
          "returning(…) gives an entity alone, or columns; give its attributes instead, or select the rest afterwards");
    }
    Mapper<?> mapper = session.mappers().mapper(entity.type());
    List<Prepared> instances = new ReturnedEntities(session, mapper, parameters).of(returning);
    return new LoadedResult<>((List<R>) (List<?>) instances, returning);
  }

  // ---- everything else

  /** Runs a statement that gives no instances; an UPDATE or DELETE of a class is followed in memory. */
  <R extends @Nullable Object> Result<R> run(Executable<R> statement) {
    Ready<?> ready = prepared(statement, parameters.keySet());
    BulkChange change = BulkChange.of(session, statement, parameters);
    if (change != null) {
      change.before(parameters);
    }
    Result<R> result = session.executor().execute(ready, statement, parameters);
    if (change != null) {
      change.after();
    }
    return result;
  }

  /** The same for many rows of parameters. */
  <R extends @Nullable Object> Result<R> runMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> rows) {
    Map<String, ?> first = rows.isEmpty() ? Map.of() : rows.iterator().next();
    Ready<?> ready = prepared(statement, first.keySet());
    BulkChange change = BulkChange.of(session, statement, first);
    if (change != null) {
      rows.forEach(change::before);
    }
    Result<R> result = session.executor().executeMany(ready, statement, rows);
    if (change != null) {
      change.after();
    }
    return result;
  }

  private Ready<?> prepared(Executable<?> statement, Collection<String> names) {
    Ready<Object> ready = session
        .executor()
        .compiler()
        .prepare(
            statement, names, session.mappers().entities(), same -> new Lowered<>(same, NOTHING));
    session.autoflush(ready.compiled().tables());
    return ready;
  }
}
