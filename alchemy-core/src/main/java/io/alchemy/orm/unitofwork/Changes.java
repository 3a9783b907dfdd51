package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.Histories;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.BitSet;

/** What changed about an instance since its last flush. */
final class Changes {
  private Changes() {}

  static boolean any(InstanceState state) {
    for (int i = 0, n = state.type().size(); i < n; i++) {
      if (state.isModified(i)) {
        return true;
      }
    }
    return false;
  }

  static BitSet of(InstanceState state) {
    BitSet changed = new BitSet();
    for (int i = 0, n = state.type().size(); i < n; i++) {
      if (state.isModified(i)) {
        changed.set(i);
      }
    }
    return changed;
  }

  /** Who came into a relationship and who left it, by identity. Loads nothing. */
  static History history(
      InstanceState state, Prepared instance, RelationshipProperty relationship) {
    return Histories.of(state, instance, relationship.end());
  }

  /** Whether values or members differ from what the last flush left. */
  static boolean isModified(UnitOfWork work, InstanceState state) {
    Prepared instance = Instances.instance(state);
    Mapper<?> mapper = work.mapper(state);
    for (ColumnProperty property : mapper.columns()) {
      Object before = state.committed(property.attribute());
      if (before != InstanceState.UNCHANGED
          && (before == InstanceState.NOT_LOADED
              || !property.type().same(before, instance.alchemy$get(property.attribute())))) {
        return true;
      }
    }
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (state.isModified(relationship.attribute())
          && (!relationship.isCollection()
              || history(state, instance, relationship).hasChanges())) {
        return true;
      }
    }
    return false;
  }
}
