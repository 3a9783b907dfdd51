package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.ColumnSource;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipJoin;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.From;
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
 * Loads what refers to its owners, or is linked to them: {@code SELECT comment.* FROM comment WHERE comment.pageid
 * IN (…)}, through a link table {@code SELECT tag.*, pagetag.pageid FROM tag JOIN pagetag …}.
 */
final class MemberLoader extends RelationshipLoader {
  private final List<Column<?>> near;
  private final List<Column<?>> far;
  private final boolean nearIsIdentity;

  MemberLoader(
      LoadingSession session,
      RelationshipProperty relationship,
      LoadRules rules,
      List<Mapper<?>> path) {
    super(session, relationship, rules, path);
    this.near = new ArrayList<>();
    this.far = new ArrayList<>();
    for (ColumnPair pair : relationship.pairs()) {
      near.add(pair.near());
      far.add(pair.far());
    }
    nearIsIdentity = relationship.owner().primaryKey().stream()
        .map(ColumnProperty::column)
        .toList()
        .equals(near);
  }

  @Override
  void loadAll(List<Owner> owners) {
    flushed();
    Map<Object, List<Owner>> byKey = new LinkedHashMap<>();
    for (Owner owner : owners) {
      Object key = nearKey(owner);
      if (!isUnloaded(owner)) {
        continue;
      }
      if (key == null) {
        fill(owner, List.of());
      } else {
        byKey.computeIfAbsent(key, same -> new ArrayList<>(1)).add(owner);
      }
    }
    List<Object> keys = new ArrayList<>(byKey.keySet());
    for (int from = 0; from < keys.size(); from += Siblings.LIMIT) {
      List<Object> some = keys.subList(from, Math.min(keys.size(), from + Siblings.LIMIT));
      Map<Object, Gathered> members = members(some);
      for (Object key : some) {
        Gathered gathered = members.get(key);
        List<Prepared> ofKey = gathered == null ? List.of() : gathered.members();
        for (Owner owner : byKey.getOrDefault(key, List.of())) {
          fill(owner, ofKey);
          ofKey.forEach(member -> answer(owner, member));
        }
      }
    }
  }

  /** What members refer to an owner by: mostly its key, which is known even if the attributes have expired. */
  private @Nullable Object nearKey(Owner owner) {
    if (nearIsIdentity) {
      return owner.state().key();
    }
    Mapper<?> mapper = relationship.owner();
    @Nullable Object[] values = new @Nullable Object[near.size()];
    for (int i = 0; i < values.length; i++) {
      ColumnProperty property = mapper.property(near.get(i));
      values[i] = property == null ? null : loaded(owner, property);
    }
    return key(values, 0, values.length);
  }

  private @Nullable Object loaded(Owner owner, ColumnProperty property) {
    if (owner.state().isUnloaded(property.attribute())) {
      session.load(owner.state(), owner.instance(), property.attribute());
    }
    return owner.instance().alchemy$get(property.attribute());
  }

  private Map<Object, Gathered> members(List<Object> keys) {
    List<Selectable<?>> columns = new ArrayList<>();
    columns.add(new EntityClass<>(relationship.target().type()));
    columns.addAll(far);
    List<Condition> where = new ArrayList<>();
    where.add(KeyCondition.in(far, keys));
    where.addAll(criteria());
    Select<?> select =
        Sql.select(columns).from(source()).where(where).orderBy(relationship.orderBy());
    Map<Object, Gathered> members = new HashMap<>();
    RuledSelect ruled = new RuledSelect(select, List.of(next), path);
    for (@Nullable Object[] row : EntityQuery.run(session, ruled, Mode.LOAD)) {
      Object key = key(row, 1, far.size());
      if (key != null && row[0] instanceof Prepared member) {
        members.computeIfAbsent(key, same -> new Gathered()).add(member);
      }
    }
    return members;
  }

  private From source() {
    Table target = relationship.target().table();
    Table link = relationship.secondary();
    if (link == null) {
      return target;
    }
    ColumnSource itself = ColumnSource.of(null);
    return target.join(link, RelationshipJoin.on(itself, itself, relationship.secondaryPairs()));
  }

  /** The member's own reference back is known now, unless the member was changed. */
  private void answer(Owner owner, Prepared member) {
    RelationshipProperty inverse = relationship.inverse();
    InstanceState state = member.alchemy$state();
    if (inverse != null
        && !inverse.isCollection()
        && state != null
        && !state.isModified()
        && state.isUnloaded(inverse.attribute())) {
      member.alchemy$set(inverse.attribute(), owner.instance());
      state.target(inverse.attribute(), null);
      state.markLoaded(inverse.attribute());
    }
  }
}
