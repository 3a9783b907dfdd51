package io.alchemy.orm.loading;

import io.alchemy.compile.Ready;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.schema.Column;
import io.alchemy.sql.Select;
import io.alchemy.sql.Sql;
import io.alchemy.sql.StatementOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SELECT of one entity by its key. Where no option changes it, it is prepared once for a mapper and only its key's values
 * are new each time: building the statement and finding its shape in the cache took as long as the database did.
 */
final class KeyedSelect {
  private final Mapper<?> mapper;
  private final List<Column<?>> columns;
  private final Ready<EntityPlan> prepared;
  private final List<LoadRules> rules;

  private KeyedSelect(
      Mapper<?> mapper,
      List<Column<?>> columns,
      Ready<EntityPlan> prepared,
      List<LoadRules> rules) {
    this.mapper = mapper;
    this.columns = columns;
    this.prepared = prepared;
    this.rules = rules;
  }

  /** What serves every key of {@code mapper}; it keeps no value of {@code key}. */
  static KeyedSelect of(LoadingSession session, Mapper<?> mapper, Object key) {
    List<Column<?>> columns = columns(mapper);
    RuledSelect statement = statement(session, mapper, columns, key, List.of());
    Ready<EntityPlan> ready = EntityQuery.ready(session, statement, Map.of());
    Ready<EntityPlan> empty =
        new Ready<>(ready.compiled(), new @Nullable Object[ready.values().length], ready.plan());
    return new KeyedSelect(mapper, columns, empty, statement.rules(ready.plan()));
  }

  /** The query for one key, with options of its own. */
  static EntityQuery query(
      LoadingSession session, Mapper<?> mapper, Object key, List<StatementOption> options) {
    return EntityQuery.prepare(
        session, statement(session, mapper, columns(mapper), key, options), Map.of(), Mode.LOAD);
  }

  /** The query for one key. */
  EntityQuery query(LoadingSession session, Object key) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).type().convert(RelationshipLoader.part(key, i, columns.size()));
    }
    Ready<EntityPlan> ready = new Ready<>(prepared.compiled(), values, prepared.plan());
    return new EntityQuery(session, ready, rules, List.of(), Mode.LOAD, 1);
  }

  private static RuledSelect statement(
      LoadingSession session,
      Mapper<?> mapper,
      List<Column<?>> columns,
      Object key,
      List<StatementOption> options) {
    Select<?> select = Sql.select(mapper.type()).where(KeyCondition.equal(columns, key));
    LoadRules rules = LoadRules.of(options, session.mappers(), mapper, null);
    return new RuledSelect(select, List.of(rules), List.of());
  }

  private static List<Column<?>> columns(Mapper<?> mapper) {
    List<Column<?>> columns = new ArrayList<>();
    for (ColumnProperty part : mapper.primaryKey()) {
      columns.add(part.column());
    }
    return columns;
  }

  @Override
  public String toString() {
    return mapper + " by its key: " + prepared.compiled();
  }
}
