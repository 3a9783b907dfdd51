package io.alchemy.orm.loading;

import io.alchemy.compile.Ready;
import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.engine.execution.Executor;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityPlan.Item;
import io.alchemy.orm.loading.EntityReader.ColumnRead;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Mappers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One execution of a SELECT of entities, from the statement to the values of its rows. */
final class EntityQuery {
  private final LoadingSession session;
  private final Ready<EntityPlan> ready;
  private final List<Mapper<?>> path;
  private final boolean eager;
  private final Reading reading;
  private final List<Item> items;

  /** What rows do to instances that the session knows. */
  enum Mode {
    /** They fill what is not loaded. */
    LOAD,
    /** They fill the attributes that have expired, and nobody's place among its siblings changes. */
    RELOAD,
    /** They overwrite what was changed in memory. */
    REFRESH
  }

  /**
   * @param rules the rules of each reader of the plan
   * @param path the mappers whose relationships led here; empty for a user's statement
   * @param expected how many instances there probably are
   */
  EntityQuery(
      LoadingSession session,
      Ready<EntityPlan> ready,
      List<LoadRules> rules,
      List<Mapper<?>> path,
      Mode mode,
      int expected) {
    this.session = session;
    this.ready = ready;
    this.path = path;
    this.eager = EagerLoading.isAny(ready.plan().readers(), rules);
    this.reading = new Reading(session, rules, mode, expected, eager);
    this.items = ready.plan().items();
  }

  static EntityQuery prepare(
      LoadingSession session, RuledSelect statement, Map<String, ?> parameters, Mode mode) {
    Ready<EntityPlan> ready = ready(session, statement, parameters);
    return new EntityQuery(
        session, ready, statement.rules(ready.plan()), statement.path(), mode, Reading.SOME);
  }

  static Ready<EntityPlan> ready(
      LoadingSession session, RuledSelect statement, Map<String, ?> parameters) {
    Executor executor = session.executor();
    Mappers mappers = session.mappers();
    return executor
        .compiler()
        .prepare(
            statement,
            parameters.keySet(),
            mappers.entities(),
            same -> SelectLowering.lower(statement, mappers, executor.dialect()));
  }

  /** Runs it without parameters, and without a flush before. */
  static List<@Nullable Object[]> run(LoadingSession session, RuledSelect statement, Mode mode) {
    return prepare(session, statement, Map.of(), mode).all(Map.of());
  }

  /** A flush, if pending changes can reach what is read. */
  EntityQuery autoflush() {
    session.autoflush(ready.compiled().tables());
    return this;
  }

  String sql() {
    return ready.compiled().toString();
  }

  boolean isOnce() {
    return ready.plan().once();
  }

  /** All rows, each as the values of what was selected; whatever is loaded eagerly is. */
  List<@Nullable Object[]> all(Map<String, ?> parameters) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    RowReader<@Nullable Object[]> reader = this::values;
    try (Cursor cursor = open(parameters, 0)) {
      while (cursor.next()) {
        rows.add(cursor.read(reader));
      }
    }
    finish();
    return rows;
  }

  /** Whether it selects one entity and nothing else, each instance in one row: then {@link #instances} says it all. */
  boolean isOfInstances() {
    return items.size() == 1 && items.get(0).reader() != null && !isOnce();
  }

  /** The instance of each row, null where an outer join found none. */
  List<@Nullable Prepared> instances(Map<String, ?> parameters) {
    RowReader<@Nullable Prepared> reader = instance();
    List<@Nullable Prepared> instances = new ArrayList<>();
    try (Cursor cursor = open(parameters, 0)) {
      while (cursor.next()) {
        instances.add(cursor.read(reader));
      }
    }
    finish();
    return instances;
  }

  /** The instance of the first row, after all rows were read, since joined collections need them; null if there is none. */
  @Nullable
  Prepared first() {
    RowReader<@Nullable Prepared> reader = instance();
    Prepared first = null;
    try (Cursor cursor = open(Map.of(), 0)) {
      while (cursor.next()) {
        Prepared read = cursor.read(reader);
        first = first == null ? read : first;
      }
    }
    finish();
    return first;
  }

  @SuppressWarnings("NullAway") // the reader's type says that it may give null
  private RowReader<@Nullable Prepared> instance() {
    EntityReader only = Objects.requireNonNull(items.get(0).reader());
    return row -> only.read(reading, row);
  }

  /** Takes the rows of a loader's statement, which selects an entity and then the columns of a key. */
  interface KeyedInstances {
    void take(Object key, Prepared instance);
  }

  /** Runs a loader's statement; rows whose key has a NULL are left out. */
  @SuppressWarnings("NullAway") // the reader's type says that it may give null
  void run(KeyedInstances taker) {
    EntityReader reader = Objects.requireNonNull(items.get(0).reader());
    ColumnRead[] columns = new ColumnRead[items.size() - 1];
    for (int i = 0; i < columns.length; i++) {
      int position = items.get(i + 1).position();
      columns[i] = new ColumnRead(
          -1, position, ready.compiled().columns().get(position - 1).codec());
    }
    RowReader<@Nullable Prepared> row = values -> {
      Object key = key(reader, columns, values);
      Prepared instance = reader.read(reading, values);
      if (key != null && instance != null) {
        taker.take(key, instance);
      }
      return instance;
    };
    try (Cursor cursor = open(Map.of(), 0)) {
      while (cursor.next()) {
        cursor.read(row);
      }
    }
    finish();
  }

  /** The key is often in a column of the entity too, whose value is read once: 2 % of a load of members. */
  private @Nullable Object key(EntityReader reader, ColumnRead[] columns, ResultSet row)
      throws SQLException {
    if (columns.length > 1) {
      return EntityReader.values(columns, row);
    }
    Object value = columns[0].read(row);
    reading.arrivals(reader).known(columns[0].position(), value);
    return value;
  }

  Cursor open(Map<String, ?> parameters, int fetchSize) {
    return session.executor().query(ready, parameters, fetchSize);
  }

  @Nullable
  Object[] values(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[items.size()];
    for (int i = 0; i < values.length; i++) {
      Item item = items.get(i);
      EntityReader reader = item.reader();
      values[i] = reader == null
          ? ready.compiled().columns().get(item.position() - 1).codec().get(row, item.position())
          : reader.read(reading, row);
    }
    return values;
  }

  /** After the last row: joined collections are complete, and what loads eagerly by a statement of its own loads. */
  void finish() {
    for (EntityReader reader : ready.plan().readers()) {
      reading.fillCollections(reader);
    }
    if (eager) {
      for (EntityReader reader : ready.plan().readers()) {
        new EagerLoading(session, path, reading).load(reader);
      }
    }
  }

  Reading reading() {
    return reading;
  }

  List<EntityReader> readers() {
    return ready.plan().readers();
  }
}
