package io.alchemy.orm.loading;

import io.alchemy.compile.Ready;
import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.orm.instrument.Prepared;
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
 * are new each time: building the statement and finding its shape in the cache took as long as the database did. Where nothing is
 * joined or loaded with it, its row is read without what gathers instances, which were 170 bytes of a session that reads one.
 */
final class KeyedSelect {
  private final Mapper<?> mapper;
  private final List<Column<?>> columns;
  private final Ready<EntityPlan> prepared;
  private final List<LoadRules> rules;
  private final boolean alone;

  private KeyedSelect(
      Mapper<?> mapper,
      List<Column<?>> columns,
      Ready<EntityPlan> prepared,
      List<LoadRules> rules) {
    this.mapper = mapper;
    this.columns = columns;
    this.prepared = prepared;
    this.rules = rules;
    this.alone = isAlone(prepared.plan(), rules);
  }

  /** Whether the row is all that there is to read: nothing is joined, and nothing loads with it. */
  private static boolean isAlone(EntityPlan plan, List<LoadRules> rules) {
    return plan.readers().size() == 1
        && plan.items().size() == 1
        && rules.get(0).isEmpty()
        && !EagerLoading.isAny(plan.readers(), rules);
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

  /** The instance whose row has the key; null if there is none. */
  @Nullable
  Prepared get(LoadingSession session, Object key) {
    Ready<EntityPlan> ready = ready(key);
    if (!alone) {
      return new EntityQuery(session, ready, rules, List.of(), Mode.LOAD, 1)
          .autoflush()
          .first();
    }
    session.autoflush(ready.compiled().tables());
    RowReader<@Nullable Prepared> read = alone(session, ready.plan().readers().get(0));
    Prepared found = null;
    try (Cursor cursor = session.executor().query(ready, Map.of(), 0)) {
      while (cursor.next()) {
        found = cursor.read(read);
      }
    }
    return found;
  }

  @SuppressWarnings("NullAway") // the reader's type says that it may give null
  private static RowReader<@Nullable Prepared> alone(LoadingSession session, EntityReader reader) {
    return row -> reader.readAlone(session, row);
  }

  private Ready<EntityPlan> ready(Object key) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).type().convert(RelationshipLoader.part(key, i, columns.size()));
    }
    return new Ready<>(prepared.compiled(), values, prepared.plan());
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
