package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Property;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Delete;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.Executable;
import io.alchemy.sql.From;
import io.alchemy.sql.Row;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import io.alchemy.sql.Update;
import io.alchemy.sql.node.DeleteSpec;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.Returning;
import io.alchemy.sql.node.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps instances in step with an UPDATE or DELETE of a class: what it set expires, and the instances whose rows it
 * deletes are deleted. The children that a database deletes by itself ({@code ON DELETE CASCADE}) are not seen; touching
 * an expired one says that its row is gone.
 */
abstract class BulkChange {
  final LoadingSession session;
  final Mapper<?> mapper;

  private BulkChange(LoadingSession session, Mapper<?> mapper) {
    this.session = session;
    this.mapper = mapper;
  }

  /** What a statement changes in memory; null where that is nothing. */
  static @Nullable BulkChange of(
      LoadingSession session, Executable<?> statement, Map<String, ?> parameters) {
    Executable<?> changing =
        statement instanceof Returning<?> returning ? returning.statement() : statement;
    if (changing instanceof Update update) {
      Mapper<?> mapper = mapper(session, update.spec().target());
      return mapper == null
          ? null
          : new Updated(session, mapper, update.spec().settings(), parameters.keySet());
    }
    if (changing instanceof Delete delete) {
      Mapper<?> mapper = mapper(session, delete.spec().target());
      return mapper == null ? null : new Deleted(session, mapper, delete.spec());
    }
    return null;
  }

  private static @Nullable Mapper<?> mapper(LoadingSession session, DmlTarget target) {
    return target instanceof EntityClass<?> entity ? session.mappers().mapper(entity.type()) : null;
  }

  /** Before the statement runs with these parameters, after the flush; once for each row of parameters. */
  abstract void before(Map<String, ?> parameters);

  /** After it ran. */
  abstract void after();

  final void expire(InstanceState state, Property property) {
    int attribute = property.attribute();
    session.outdated(state, attribute);
    if (!state.isModified(attribute)) {
      state.expire(attribute);
      if (property instanceof RelationshipProperty) {
        state.target(attribute, null);
      }
    }
  }

  /** Relationships of other instances that may lead to, or miss, the rows changed. */
  final void expireRelationships(Set<Column<?>> foreignKeys, boolean toThisClass) {
    for (Mapper<?> other : session.mappers().all()) {
      List<RelationshipProperty> touched = new ArrayList<>();
      for (RelationshipProperty relationship : other.relationships()) {
        if ((toThisClass && relationship.target() == mapper)
            || relationship.pairs().stream().anyMatch(pair -> uses(pair, foreignKeys))) {
          touched.add(relationship);
        }
      }
      if (!touched.isEmpty()) {
        for (InstanceState state : session.states(other)) {
          touched.forEach(relationship -> expire(state, relationship));
        }
      }
    }
  }

  private static boolean uses(ColumnPair pair, Set<Column<?>> columns) {
    return columns.contains(pair.near()) || columns.contains(pair.far());
  }

  /** What an UPDATE set, and what the database or a default sets with it, expires. */
  private static final class Updated extends BulkChange {
    private final Set<Column<?>> columns = new HashSet<>();

    Updated(
        LoadingSession session, Mapper<?> mapper, List<Setting> settings, Set<String> parameters) {
      super(session, mapper);
      for (Setting setting : settings) {
        add(setting.column());
      }
      for (ColumnProperty property : mapper.columns()) {
        Column<?> column = property.column();
        if (parameters.contains(column.key()) || column.onUpdateGenerator() != null) {
          columns.add(column);
        }
      }
    }

    private void add(Assignable<?> assignable) {
      if (assignable instanceof Column<?> column) {
        columns.add(column);
      } else if (mapper.property(assignable.key()) instanceof ColumnProperty property) {
        columns.add(property.column());
      } else {
        mapper.table().columns().stream()
            .filter(column -> column.key().equals(assignable.key()))
            .forEach(columns::add);
      }
    }

    @Override
    void before(Map<String, ?> parameters) {}

    @Override
    void after() {
      for (InstanceState state : session.states(mapper)) {
        for (Column<?> column : columns) {
          ColumnProperty property = mapper.property(column);
          if (property != null && !property.primaryKey()) {
            expire(state, property);
          }
        }
      }
      expireRelationships(columns, false);
    }
  }

  /** Instances whose rows a DELETE takes are deleted. */
  private static final class Deleted extends BulkChange {
    private final DeleteSpec spec;
    private final Set<InstanceState> gone = new LinkedHashSet<>();

    Deleted(LoadingSession session, Mapper<?> mapper, DeleteSpec spec) {
      super(session, mapper);
      this.spec = spec;
    }

    @Override
    void before(Map<String, ?> parameters) {
      Map<Object, InstanceState> known = new HashMap<>();
      for (InstanceState state : session.states(mapper)) {
        if (state.key() != null) {
          known.put(state.key(), state);
        }
      }
      List<Object> keys = new ArrayList<>(known.keySet());
      for (int from = 0; from < keys.size(); from += Siblings.LIMIT) {
        List<Object> some = keys.subList(from, Math.min(keys.size(), from + Siblings.LIMIT));
        for (Object key : hit(some, parameters)) {
          InstanceState state = known.get(key);
          if (state != null) {
            gone.add(state);
          }
        }
      }
    }

    /** Which of these rows the DELETE will take. */
    private List<Object> hit(List<Object> keys, Map<String, ?> parameters) {
      List<Column<?>> key = new ArrayList<>();
      mapper.primaryKey().forEach(part -> key.add(part.column()));
      List<Condition> where = new ArrayList<>();
      if (spec.where() != null) {
        where.add(spec.where());
      }
      where.add(KeyCondition.in(key, keys));
      From[] more = spec.using().toArray(From[]::new);
      List<Selectable<?>> columns = new ArrayList<>(key);
      List<Row> rows = new SessionStatement(session, parameters)
          .run(Sql.select(columns).from(mapper.table(), more).where(where))
          .all();
      List<Object> hit = new ArrayList<>();
      for (Row row : rows) {
        @Nullable Object[] values = new @Nullable Object[key.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.get(i);
        }
        Object value = RelationshipLoader.key(values, 0, values.length);
        if (value != null) {
          hit.add(value);
        }
      }
      return hit;
    }

    @Override
    void after() {
      gone.forEach(session::gone);
      expireRelationships(Set.of(), true);
    }
  }
}
