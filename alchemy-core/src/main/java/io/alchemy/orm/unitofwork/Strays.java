package io.alchemy.orm.unitofwork;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Children on their way from one parent to another: taken out of one collection, not yet put into the next. A flush at
 * this moment would delete them as orphans, or cut them off. A flush that the user asks for does; one that comes before
 * a lazy load, such as that of the next collection, waits.
 */
final class Strays {
  private Strays() {}

  static boolean any(UnitOfWork work) {
    List<InstanceState> changed = new ArrayList<>(work.pending());
    changed.addAll(work.modified());
    Map<RelationshipProperty, Map<Object, Boolean>> taken = new HashMap<>();
    Map<RelationshipProperty, List<Object>> left = new HashMap<>();
    for (InstanceState state : changed) {
      Prepared instance = Instances.instance(state);
      for (RelationshipProperty relationship : work.mapper(state).relationships()) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null
            && bindsMembers(inverse)
            && hasLetGo(state, instance, relationship)
            && !work.deleted().contains(state)) {
          left.computeIfAbsent(inverse, r -> new ArrayList<>()).add(instance);
        }
        if (!bindsMembers(relationship)) {
          continue;
        }
        History history = Changes.history(state, instance, relationship);
        for (Object member : history.added()) {
          taken.computeIfAbsent(relationship, r -> new IdentityHashMap<>()).put(member, true);
        }
        for (Object member : history.removed()) {
          if (isSaved(work, member)) {
            left.computeIfAbsent(relationship, r -> new ArrayList<>()).add(member);
          }
        }
      }
    }
    for (Map.Entry<RelationshipProperty, List<Object>> entry : left.entrySet()) {
      Set<Object> there = taken.getOrDefault(entry.getKey(), Map.of()).keySet();
      if (!there.containsAll(entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a saved child's reference to its parent became null: the parent may not be in memory to say so. */
  static boolean hasLetGo(InstanceState child, Prepared instance, RelationshipProperty reference) {
    int attribute = reference.attribute();
    Object before = child.committed(attribute);
    return reference.direction() == Direction.MANY_TO_ONE
        && child.lifecycle() == Lifecycle.PERSISTENT
        && before != InstanceState.UNCHANGED
        && before != null
        && instance.alchemy$get(attribute) == null;
  }

  private static boolean bindsMembers(RelationshipProperty relationship) {
    return !relationship.isViewOnly()
        && (relationship.direction() == Direction.ONE_TO_MANY
            || relationship.cascades(Cascade.DELETE_ORPHAN));
  }

  private static boolean isSaved(UnitOfWork work, Object member) {
    InstanceState state = Instances.stateOrNull(member);
    return state != null
        && work.isMine(state)
        && state.lifecycle() == Lifecycle.PERSISTENT
        && !work.deleted().contains(state);
  }
}
