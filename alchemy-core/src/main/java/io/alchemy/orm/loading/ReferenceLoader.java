package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.EntityClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads what its owners refer to, by their current foreign keys: nothing for NULL, from the identity map what is there,
 * and the rest by {@code SELECT … FROM page WHERE page.id IN (…)}.
 */
final class ReferenceLoader extends RelationshipLoader {
  /** The foreign key is not known without a statement. */
  private static final Object UNKNOWN = new Object();

  private final List<Column<?>> far = new ArrayList<>();
  /** What keeps the foreign key; without the columns that no attribute keeps. */
  private final List<ColumnProperty> near = new ArrayList<>();

  private final boolean hidden;
  private final boolean byIdentity;

  ReferenceLoader(
      LoadingSession session,
      RelationshipProperty relationship,
      LoadRules rules,
      List<Mapper<?>> path) {
    super(session, relationship, rules, path);
    for (ColumnPair pair : relationship.pairs()) {
      far.add(pair.far());
      ColumnProperty property = relationship.owner().property(pair.near());
      if (property != null) {
        near.add(property);
      }
    }
    hidden = HiddenKeys.has(relationship);
    byIdentity = criteria().isEmpty()
        && relationship.target().primaryKey().stream()
            .map(ColumnProperty::column)
            .toList()
            .equals(far);
  }

  @Override
  void loadAll(List<Owner> owners) {
    if (isLazy()) {
      owners.forEach(this::fillFromMemory);
      if (!isUnloaded(owners.get(0))) {
        return;
      }
    }
    Map<Object, List<Owner>> waiting = settle(owners);
    if (!waiting.isEmpty() && flushed()) {
      waiting = settle(owners);
    }
    List<Object> keys = new ArrayList<>(waiting.keySet());
    for (int from = 0; from < keys.size(); from += Siblings.LIMIT) {
      List<Object> some = keys.subList(from, Math.min(keys.size(), from + Siblings.LIMIT));
      Map<Object, Prepared> targets = targets(some);
      for (Object key : some) {
        for (Owner owner : waiting.getOrDefault(key, List.of())) {
          fillReference(owner, targets.get(key));
        }
      }
    }
  }

  private void fillFromMemory(Owner owner) {
    Object key = isUnloaded(owner) ? foreignKey(owner) : UNKNOWN;
    if (key == null) {
      fillReference(owner, null);
    } else if (key != UNKNOWN && byIdentity) {
      Prepared known = known(key);
      if (known != null) {
        fillReference(owner, known);
      }
    }
  }

  /** Fills what needs no statement but for unknown foreign keys; the rest waits, by its key. */
  private Map<Object, List<Owner>> settle(List<Owner> owners) {
    fetchForeignKeys(owners);
    Map<Object, List<Owner>> waiting = new LinkedHashMap<>();
    for (Owner owner : owners) {
      if (!isUnloaded(owner)) {
        continue;
      }
      Object key = foreignKey(owner);
      if (key == null || key == UNKNOWN) {
        fillReference(owner, null);
        continue;
      }
      Prepared known = byIdentity ? known(key) : null;
      if (known != null) {
        fillReference(owner, known);
      } else {
        waiting.computeIfAbsent(key, same -> new ArrayList<>(1)).add(owner);
      }
    }
    return waiting;
  }

  private @Nullable Prepared known(Object key) {
    InstanceState state =
        session.find(relationship.target(), relationship.target().key(key));
    return state == null ? null : state.instance();
  }

  private @Nullable Object foreignKey(Owner owner) {
    if (hidden) {
      Object target = owner.state().target(relationship.attribute());
      return target == null ? UNKNOWN : target;
    }
    @Nullable Object[] values = new @Nullable Object[near.size()];
    for (int i = 0; i < values.length; i++) {
      int attribute = near.get(i).attribute();
      if (owner.state().isUnloaded(attribute)) {
        return UNKNOWN;
      }
      values[i] = owner.instance().alchemy$get(attribute);
    }
    return key(values, 0, values.length);
  }

  /** Reads the foreign keys of the owners that do not know them, all at once. */
  private void fetchForeignKeys(List<Owner> owners) {
    List<InstanceState> unknown = new ArrayList<>();
    for (Owner owner : owners) {
      if (isUnloaded(owner) && foreignKey(owner) == UNKNOWN) {
        unknown.add(owner.state());
      }
    }
    if (!unknown.isEmpty()) {
      List<String> keys = near.stream().map(ColumnProperty::key).toList();
      Reload.columns(session, relationship.owner(), unknown, keys);
    }
  }

  private Map<Object, Prepared> targets(List<Object> keys) {
    List<Selectable<?>> columns = new ArrayList<>();
    columns.add(new EntityClass<>(relationship.target().type()));
    columns.addAll(far);
    Table table = relationship.target().table();
    Select<?> select =
        KeyCondition.select(session, Sql.select(columns), table, far, keys).where(criteria());
    RuledSelect ruled = new RuledSelect(select, List.of(next), path);
    Map<Object, Prepared> targets = new HashMap<>();
    EntityQuery.prepare(session, ruled, Map.of(), Mode.LOAD).run(targets::putIfAbsent);
    return targets;
  }
}
