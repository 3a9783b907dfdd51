package io.alchemy.orm.loading;

import io.alchemy.compile.Ready;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.engine.execution.Executor;
import io.alchemy.orm.loading.EntityPlan.Item;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.types.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution of a SELECT of entities, from the statement to the values of its rows. */
final class EntityQuery {
  private final LoadingSession session;
  private final RuledSelect statement;
  private final Ready<EntityPlan> ready;
  private final Reading reading;
  private final Codec<?>[] codecs;

  /** What rows do to instances that the session knows. */
  enum Mode {
    /** They fill what is not loaded. */
    LOAD,
    /** They fill the attributes that have expired, and nobody's place among its siblings changes. */
    RELOAD,
    /** They overwrite what was changed in memory. */
    REFRESH
  }

  private EntityQuery(
      LoadingSession session, RuledSelect statement, Ready<EntityPlan> ready, Mode mode) {
    this.session = session;
    this.statement = statement;
    this.ready = ready;
    this.reading = new Reading(session, statement.rules(ready.plan()), mode);
    this.codecs =
        ready.compiled().columns().stream().map(column -> column.codec()).toArray(Codec[]::new);
  }

  static EntityQuery prepare(
      LoadingSession session, RuledSelect statement, Map<String, ?> parameters, Mode mode) {
    Executor executor = session.executor();
    Mappers mappers = session.mappers();
    Ready<EntityPlan> ready = executor
        .compiler()
        .prepare(
            statement,
            parameters.keySet(),
            mappers.entities(),
            same -> SelectLowering.lower(statement, mappers, executor.dialect()));
    return new EntityQuery(session, statement, ready, mode);
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
    try (Cursor cursor = open(parameters, 0)) {
      while (cursor.next()) {
        rows.add(cursor.read(this::values));
      }
    }
    finish();
    return rows;
  }

  Cursor open(Map<String, ?> parameters, int fetchSize) {
    return session.executor().query(ready, parameters, fetchSize);
  }

  @Nullable
  Object[] values(ResultSet row) throws SQLException {
    List<Item> items = ready.plan().items();
    @Nullable Object[] values = new @Nullable Object[items.size()];
    for (int i = 0; i < values.length; i++) {
      Item item = items.get(i);
      EntityReader reader = item.reader();
      values[i] = reader == null
          ? codecs[item.position() - 1].get(row, item.position())
          : reader.read(reading, row);
    }
    return values;
  }

  /** After the last row: joined collections are complete, and what loads eagerly by a statement of its own loads. */
  void finish() {
    for (EntityReader reader : ready.plan().readers()) {
      reading.fillCollections(reader);
    }
    for (EntityReader reader : ready.plan().readers()) {
      new EagerLoading(session, statement.path(), reading).load(reader);
    }
  }

  Reading reading() {
    return reading;
  }

  List<EntityReader> readers() {
    return ready.plan().readers();
  }
}
