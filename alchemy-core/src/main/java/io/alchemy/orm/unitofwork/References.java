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
    for (ColumnPair pair : relationship.pairs()) {
      if (pair.far() != part.column()) {
        continue;
      }
      ColumnProperty property = relationship.owner().property(pair.near());
      if (property == null || state.isUnloaded(property.attribute())) {
        return InstanceState.NOT_LOADED;
      }
      return instance.alchemy$get(property.attribute());
    }
    return InstanceState.NOT_LOADED;
  }
}
