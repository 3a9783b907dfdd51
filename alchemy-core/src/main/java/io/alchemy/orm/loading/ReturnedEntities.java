package io.alchemy.orm.loading;

import io.alchemy.compile.Lowered;
import io.alchemy.compile.Ready;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.engine.execution.Executor;
import io.alchemy.error.ArgumentException;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.loading.EntityReader.ColumnRead;
import io.alchemy.orm.loading.EntityReader.HiddenReference;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Text;
import io.alchemy.sql.node.Returning;
import io.alchemy.types.Database;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances from rows that no SELECT of ours gives: {@code INSERT/UPDATE/DELETE … RETURNING}, and SQL text, whose columns
 * are found by their names.
 */
final class ReturnedEntities {
  private final LoadingSession session;
  private final Mapper<?> mapper;
  private final Map<String, ?> parameters;

  ReturnedEntities(LoadingSession session, Mapper<?> mapper, Map<String, ?> parameters) {
    this.session = session;
    this.mapper = mapper;
    this.parameters = parameters;
  }

  List<Prepared> of(Returning<?> statement) {
    boolean text = statement.statement() instanceof Text;
    Executable<?> core = text ? statement.statement() : returning(statement);
    Executor executor = session.executor();
    Ready<Object> ready = executor
        .compiler()
        .prepare(
            core,
            parameters.keySet(),
            session.mappers().entities(),
            same -> new Lowered<>(same, SessionStatement.NOTHING));
    session.autoflush(ready.compiled().tables());
    BulkChange change = BulkChange.of(session, statement, parameters);
    if (change != null) {
      change.before(parameters);
    }
    Reading reading = new Reading(session, List.of(LoadRules.NONE), Mode.LOAD, Reading.SOME, true);
    List<Prepared> instances = new ArrayList<>();
    try (Cursor cursor = session.executor().query(ready, parameters, 0)) {
      if (change != null) {
        change.after();
      }
      EntityReader reader = null;
      while (cursor.next()) {
        if (reader == null) {
          reader = text ? cursor.read(this::byName) : byPosition();
        }
        EntityReader made = reader;
        cursor.read(row -> add(made.read(reading, row), instances));
      }
      if (reader != null) {
        new EagerLoading(session, List.of(), reading).load(reader);
      }
    }
    return instances;
  }

  private static boolean add(@Nullable Prepared instance, List<Prepared> instances) {
    return instance != null && instances.add(instance);
  }

  private Returning<?> returning(Returning<?> statement) {
    return new Returning<>(statement.statement(), List.copyOf(columns()), false);
  }

  private List<Column<?>> columns() {
    List<Column<?>> columns = new ArrayList<>();
    mapper.columns().forEach(property -> columns.add(property.column()));
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (HiddenKeys.has(relationship)) {
        for (ColumnPair pair : relationship.pairs()) {
          if (!columns.contains(pair.near())) {
            columns.add(pair.near());
          }
        }
      }
    }
    return columns;
  }

  private EntityReader byPosition() {
    Map<Column<?>, Integer> positions = new HashMap<>();
    for (Column<?> column : columns()) {
      positions.put(column, positions.size() + 1);
    }
    return reader(positions);
  }

  private EntityReader byName(ResultSet row) throws SQLException {
    ResultSetMetaData given = row.getMetaData();
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 1; i <= given.getColumnCount(); i++) {
      byName.putIfAbsent(given.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
    }
    Map<Column<?>, Integer> positions = new HashMap<>();
    for (Column<?> column : columns()) {
      Integer position = byName.get(column.name().toLowerCase(Locale.ROOT));
      if (position != null) {
        positions.put(column, position);
      }
    }
    for (ColumnProperty part : mapper.primaryKey()) {
      if (!positions.containsKey(part.column())) {
        throw new ArgumentException("the text's rows cannot become "
            + mapper.type().getSimpleName()
            + ", since they have no column "
            + part.column().name()
            + "; they have "
            + byName.keySet());
      }
    }
    return reader(positions);
  }

  /** Reads what the rows have; the other attributes stay unloaded, and load when touched. */
  private EntityReader reader(Map<Column<?>, Integer> positions) {
    List<ColumnRead> key = new ArrayList<>();
    mapper.primaryKey().forEach(part -> key.add(read(-1, part.column(), positions)));
    List<ColumnRead> reads = new ArrayList<>();
    for (ColumnProperty property : mapper.columns()) {
      if (positions.containsKey(property.column())) {
        reads.add(read(property.attribute(), property.column(), positions));
      }
    }
    List<HiddenReference> hidden = new ArrayList<>();
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (HiddenKeys.has(relationship)
          && relationship.pairs().stream().allMatch(p -> positions.containsKey(p.near()))) {
        hidden.add(new HiddenReference(
            relationship,
            relationship.pairs().stream()
                .map(pair -> read(-1, pair.near(), positions))
                .toArray(ColumnRead[]::new)));
      }
    }
    return new EntityReader(0, mapper, null, null, key, reads, hidden);
  }

  private ColumnRead read(int attribute, Column<?> column, Map<Column<?>, Integer> positions) {
    Database database = session.executor().dialect();
    Integer position = positions.get(column);
    return new ColumnRead(
        attribute, position == null ? 0 : position, database.codec(column.type()));
  }
}
