package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.ColumnSource;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipJoin;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import io.alchemy.sql.Ordering;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.Ordered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads what refers to its owners, or is linked to them: {@code SELECT comment.* FROM comment WHERE comment.pageid
 * IN (…)}, through a link table {@code SELECT tag.*, pagetag.pageid FROM tag JOIN pagetag …}. Keys are joined where that is faster
 * than a list: {@link KeyCondition}.
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
    Map<Object, Place> byKey = new HashMap<>(owners.size() * 2);
    List<Object> keys = new ArrayList<>(owners.size());
    List<Place> places = new ArrayList<>(owners.size());
    for (Owner owner : owners) {
      Object key = nearKey(owner);
      if (!isUnloaded(owner)) {
        continue;
      }
      if (key == null) {
        fill(owner, List.of());
        continue;
      }
      Place place = byKey.get(key);
      if (place == null) {
        place = new Place(owner);
        byKey.put(key, place);
        keys.add(key);
        places.add(place);
      } else {
        place.add(owner);
      }
    }
    for (int from = 0; from < keys.size(); from += Siblings.LIMIT) {
      int to = Math.min(keys.size(), from + Siblings.LIMIT);
      read(keys.subList(from, to), byKey);
      for (Place place : places.subList(from, to)) {
        fill(place, place.owner);
        for (Owner other : place.others) {
          fill(place, other);
        }
      }
    }
  }

  private void fill(Place place, Owner owner) {
    List<Prepared> members = place.members.members();
    fill(owner, members);
    RelationshipProperty inverse = relationship.inverse();
    if (inverse != null && !inverse.isCollection()) {
      for (Prepared member : members) {
        answer(inverse, owner, member);
      }
    }
  }

  /** Gives each row's member to its place, which is mostly that of the row before. */
  private static final class Distribution implements EntityQuery.KeyedInstances {
    private final Map<Object, Place> places;
    private final boolean repeats;
    private @Nullable Object lastKey;
    private @Nullable Place lastPlace;

    Distribution(Map<Object, Place> places, boolean repeats) {
      this.places = places;
      this.repeats = repeats;
    }

    @Override
    public void take(Object key, Prepared instance) {
      if (!key.equals(lastKey)) {
        lastKey = key;
        lastPlace = places.get(key);
      }
      if (lastPlace != null) {
        lastPlace.members.add(instance, repeats);
      }
    }
  }

  /** Where the members with one key go: mostly to one owner. */
  private static final class Place {
    final Owner owner;
    final Gathered members = new Gathered();
    private List<Owner> others = List.of();

    Place(Owner owner) {
      this.owner = owner;
    }

    void add(Owner other) {
      if (others.isEmpty()) {
        others = new ArrayList<>(1);
      }
      others.add(other);
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

  private void read(List<Object> keys, Map<Object, Place> places) {
    List<Selectable<?>> columns = new ArrayList<>();
    columns.add(new EntityClass<>(relationship.target().type()));
    columns.addAll(far);
    Select<?> select = KeyCondition.select(session, Sql.select(columns), source(), far, keys)
        .where(criteria())
        .orderBy(order(keys.size()));
    RuledSelect ruled = new RuledSelect(select, List.of(next), path);
    EntityQuery query = EntityQuery.prepare(session, ruled, Map.of(), Mode.LOAD);
    query.run(new Distribution(places, relationship.secondary() != null || query.isOnce()));
  }

  /**
   * The relationship's order, within each owner: so the database can go through the index of the foreign key, or of the link table, and
   * needs not sort all that it finds. On SQLite that took 262 µs of 1,000 members, in place of 427; through a link table on PostgreSQL,
   * 154 in place of 310.
   */
  private List<Ordering> order(int owners) {
    List<Ordering> order = new ArrayList<>();
    if (owners > 1 && !relationship.orderBy().isEmpty()) {
      order.addAll(far);
    }
    for (Ordering by : relationship.orderBy()) {
      order.add(linked(by));
    }
    return order;
  }

  /** By the link table's own column, where it is the same as the member's and sorts alike. */
  private Ordering linked(Ordering by) {
    Ordered ordered = Ordered.of(by);
    Column<?> column = memberColumn(ordered.expression());
    for (ColumnPair pair : relationship.secondaryPairs()) {
      if (pair.far() == column
          && KeyCondition.isExact(column.type())
          && pair.near().type().equals(column.type())) {
        return new Ordered(pair.near(), ordered.descending(), ordered.nulls());
      }
    }
    return by;
  }

  private @Nullable Column<?> memberColumn(Expression<?> expression) {
    if (expression instanceof AttributeReference<?> attribute
        && attribute.from() == null
        && relationship.target().property(attribute.key()) instanceof ColumnProperty property) {
      return property.column();
    }
    return expression instanceof Column<?> column ? column : null;
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
  private static void answer(RelationshipProperty inverse, Owner owner, Prepared member) {
    InstanceState state = member.alchemy$state();
    if (state != null && !state.isModified() && state.isUnloaded(inverse.attribute())) {
      member.alchemy$set(inverse.attribute(), owner.instance());
      state.target(inverse.attribute(), null);
      state.markLoaded(inverse.attribute());
    }
  }
}
