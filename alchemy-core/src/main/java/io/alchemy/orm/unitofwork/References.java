package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnPair;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a reference that is not loaded leads, as far as the foreign key in memory tells. */
final class References {
  private References() {}

  /** @param key as the target's identity has it; null where the foreign key is null */
  record Found(@Nullable Object key) {}

  /** Where it leads; null if that cannot be told without a statement. */
  static @Nullable Found target(InstanceState state, RelationshipProperty relationship) {
    if (relationship.direction() != Direction.MANY_TO_ONE || relationship.criterion() != null) {
      return null;
    }
    Prepared instance = Instances.instance(state);
    Mapper<?> target = relationship.target();
    List<Object> values = new ArrayList<>();
    for (ColumnProperty part : target.primaryKey()) {
      Object value = foreignKey(state, instance, relationship, part);
      if (value == InstanceState.NOT_LOADED) {
        return null;
      }
      if (value == null) {
        return new Found(null);
      }
      values.add(value);
    }
    return new Found(target.key(values.size() == 1 ? values.get(0) : values));
  }

  private static @Nullable Object foreignKey(
      InstanceState state,
      Prepared instance,
      RelationshipProperty relationship,
      ColumnProperty part) {
    List<ColumnPair> pairs = relationship.pairs();
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).far() != part.column()) {
        continue;
      }
      ColumnProperty property = relationship.owner().property(pairs.get(i).near());
      if (property == null) {
        return hidden(state, relationship, i);
      }
      return state.isUnloaded(property.attribute())
          ? InstanceState.NOT_LOADED
          : instance.alchemy$get(property.attribute());
    }
    return InstanceState.NOT_LOADED;
  }

  /** A foreign key that no attribute keeps came with the row, and is where the reference would lead. */
  private static Object hidden(InstanceState state, RelationshipProperty relationship, int pair) {
    Object key = state.target(relationship.attribute());
    if (key == null) {
      return InstanceState.NOT_LOADED;
    }
    return relationship.pairs().size() == 1 ? key : ((List<?>) key).get(pair);
  }

  /**
   * What an unloaded reference leads to, {@link InstanceState#NOT_LOADED} if a statement would be needed for it. One whose other side has
   * the foreign key is loaded.
   */
  static @Nullable Object known(
      UnitOfWork work, InstanceState state, Prepared instance, RelationshipProperty relationship) {
    int attribute = relationship.attribute();
    if (relationship.direction() != Direction.MANY_TO_ONE) {
      // The row that refers here must let go of it: no key of this side says which it is.
      work.load(state, instance, attribute);
      return instance.alchemy$get(attribute);
    }
    Found found = target(state, relationship);
    if (found == null) {
      return InstanceState.NOT_LOADED;
    }
    if (found.key() == null) {
      return null;
    }
    InstanceState target = work.identity().find(relationship.target(), found.key());
    return target == null ? InstanceState.NOT_LOADED : target.instance();
  }

  /** Whether memory knows that the child refers to somebody else than this parent by now. */
  static boolean leadsElsewhere(
      InstanceState child, RelationshipProperty reference, InstanceState parent) {
    int attribute = reference.attribute();
    if (!child.isUnloaded(attribute)) {
      Object known = Instances.instance(child).alchemy$get(attribute);
      // Of a reference that was told not to load, memory has a null that says nothing.
      return known == null ? child.isModified(attribute) : known != parent.get();
    }
    Found found = target(child, reference);
    return found != null && !Objects.equals(parent.key(), found.key());
  }
}
