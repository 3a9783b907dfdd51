package io.alchemy.orm.unitofwork;

import io.alchemy.error.ObjectDeletedException;
import io.alchemy.error.StaleDataException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Row;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rows hold before a flush writes them: from keys and memory where these know, else read. A value that was replaced
 * without ever being loaded is read beside the instance, which keeps its new one.
 */
final class StoredValues {
  private static final int KEYS_AT_ONCE = 500;

  private record Place(InstanceState state, int position) {}

  private final UnitOfWork work;
  private final Map<Place, @Nullable Object> replaced = new HashMap<>();

  StoredValues(UnitOfWork work) {
    this.work = work;
  }

  /** The values of a persistent instance's key in the database, in the order of the primary key. */
  static @Nullable Object[] key(InstanceState state) {
    if (state.key() == null || !(state.mapping() instanceof Mapper<?> mapper)) {
      throw new IllegalStateException("no key: " + Instances.name(state));
    }
    return values(mapper, state.key());
  }

  /** The values of a key, in the order of the primary key. */
  static @Nullable Object[] values(Mapper<?> mapper, Object key) {
    return mapper.primaryKey().size() == 1 ? new Object[] {key} : ((List<?>) key).toArray();
  }

  private MapperLayout layout(InstanceState state) {
    return work.schema().layout(work.mapper(state));
  }

  /** What the row has in a column now. */
  @Nullable
  Object value(InstanceState state, int position) {
    MapperLayout layout = layout(state);
    int[] key = layout.table().primaryKey();
    for (int i = 0; i < key.length; i++) {
      if (key[i] == position) {
        return key(state)[i];
      }
    }
    ColumnProperty property = layout.property(position);
    if (property == null) {
      return hidden(state, layout, position);
    }
    int attribute = property.attribute();
    if (state.isUnloaded(attribute)) {
      load(List.of(state), property);
    }
    Object before = state.committed(attribute);
    if (before == InstanceState.NOT_LOADED) {
      return replaced(state, position);
    }
    return before == InstanceState.UNCHANGED
        ? Instances.instance(state).alchemy$get(attribute)
        : before;
  }

  /** A foreign key that only a relationship keeps. */
  private @Nullable Object hidden(InstanceState state, MapperLayout layout, int position) {
    Column<?> column = layout.table().column(position);
    for (RelationshipProperty relationship : layout.mapper().relationships()) {
      for (int i = 0; i < relationship.pairs().size(); i++) {
        if (relationship.pairs().get(i).near() == column && relationship.secondary() == null) {
          return target(state, relationship, i, position);
        }
      }
    }
    return replaced(state, position);
  }

  private @Nullable Object target(
      InstanceState state, RelationshipProperty relationship, int i, int position) {
    int attribute = relationship.attribute();
    Object before = state.committed(attribute);
    if (before == InstanceState.UNCHANGED && state.isUnloaded(attribute)) {
      Object key = state.target(attribute);
      if (key == null) {
        return replaced(state, position);
      }
      return relationship.pairs().size() == 1 ? key : ((List<?>) key).get(i);
    }
    if (before == InstanceState.NOT_LOADED) {
      return replaced(state, position);
    }
    Object reference = before == InstanceState.UNCHANGED
        ? Instances.instance(state).alchemy$get(attribute)
        : before;
    InstanceState parent = reference == null ? null : Instances.stateOrNull(reference);
    if (parent == null || parent.key() == null) {
      return null;
    }
    Column<?> far = relationship.pairs().get(i).far();
    return value(parent, layout(parent).table().position(far));
  }

  // ---- reading

  /** Sees to it that a column of many instances is known, with few statements. */
  void load(Collection<InstanceState> states, ColumnProperty property) {
    Map<Mapper<?>, List<InstanceState>> unloaded = new LinkedHashMap<>();
    Map<Mapper<?>, List<InstanceState>> unknown = new LinkedHashMap<>();
    for (InstanceState state : states) {
      Mapper<?> mapper = work.mapper(state);
      if (state.isUnloaded(property.attribute())) {
        unloaded.computeIfAbsent(mapper, m -> new ArrayList<>()).add(state);
      } else if (state.committed(property.attribute()) == InstanceState.NOT_LOADED) {
        unknown.computeIfAbsent(mapper, m -> new ArrayList<>()).add(state);
      }
    }
    int[] attribute = {property.attribute()};
    unloaded.forEach((mapper, of) -> {
      try {
        work.loader().refresh(work, mapper, of, attribute);
      } catch (ObjectDeletedException e) {
        throw new StaleDataException("A row that is to be written is gone. " + e.getMessage(), e);
      }
    });
    unknown.forEach((mapper, of) -> {
      TableLayout table = work.schema().layout(mapper).table();
      read(table, of, table.position(property.column()));
    });
  }

  /** Loads the versions of instances of any classes that have one. */
  void loadVersions(Collection<InstanceState> states) {
    Map<ColumnProperty, List<InstanceState>> byVersion = new LinkedHashMap<>();
    for (InstanceState state : states) {
      ColumnProperty version = work.mapper(state).version();
      if (version != null) {
        byVersion.computeIfAbsent(version, v -> new ArrayList<>()).add(state);
      }
    }
    byVersion.forEach((version, of) -> load(of, version));
  }

  private @Nullable Object replaced(InstanceState state, int position) {
    Place place = new Place(state, position);
    if (!replaced.containsKey(place)) {
      read(layout(state).table(), List.of(state), position);
    }
    return replaced.get(place);
  }

  /** Reads one column of rows, leaving instances alone; a row that is gone has null. */
  private void read(TableLayout table, List<InstanceState> states, int position) {
    List<Column<?>> columns = new ArrayList<>(table.columns(table.primaryKey()));
    int keys = columns.size();
    columns.add(table.column(position));
    for (int from = 0; from < states.size(); from += KEYS_AT_ONCE) {
      Map<List<Object>, InstanceState> byKey = new HashMap<>();
      List<Condition> any = new ArrayList<>();
      for (InstanceState state :
          states.subList(from, Math.min(states.size(), from + KEYS_AT_ONCE))) {
        List<Object> key = List.of(key(state));
        byKey.put(key, state);
        any.add(equal(columns, key));
        replaced.put(new Place(state, position), null);
      }
      List<Selectable<?>> selected = new ArrayList<>(columns);
      for (Row row : work.loader()
          .execute(work, Sql.select(selected).where(Sql.or(any)), Map.of())
          .all()) {
        List<Object> key = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
          key.add(row.get(i));
        }
        InstanceState state = byKey.get(key);
        if (state != null) {
          replaced.put(new Place(state, position), row.get(keys));
        }
      }
    }
  }

  private static Condition equal(List<Column<?>> columns, List<Object> key) {
    List<Condition> all = new ArrayList<>(key.size());
    for (int i = 0; i < key.size(); i++) {
      all.add(equal(columns.get(i), key.get(i)));
    }
    return Sql.and(all);
  }

  @SuppressWarnings("unchecked") // an identity's values are of the columns' types
  private static <T> Condition equal(Column<T> column, Object value) {
    return column.eq((T) value);
  }
}
