package io.alchemy.orm.unitofwork;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Follows a cascade through what is in memory. Nothing is loaded, no instance is visited twice, and depth costs no stack. */
final class Cascades {
  private Cascades() {}

  private static boolean hasMembers(Mappers mappers, Prepared instance, Cascade cascade) {
    List<RelationshipProperty> relationships =
        mappers.mapper(instance.getClass()).relationships();
    for (int i = 0; i < relationships.size(); i++) {
      RelationshipProperty relationship = relationships.get(i);
      if (relationship.cascades(cascade)
          && !Instances.members(instance, relationship).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Visits everything that {@code root} reaches by relationships with this cascade, {@code root} itself excepted.
   *
   * @param visit answers whether the cascade goes on from the instance
   */
  static void each(Mappers mappers, Prepared root, Cascade cascade, Predicate<Prepared> visit) {
    if (!hasMembers(mappers, root, cascade)) {
      return;
    }
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Prepared> from = new ArrayDeque<>();
    seen.add(root);
    from.add(root);
    for (Prepared instance = from.poll(); instance != null; instance = from.poll()) {
      for (RelationshipProperty relationship :
          mappers.mapper(instance.getClass()).relationships()) {
        if (!relationship.cascades(cascade)) {
          continue;
        }
        // A copy: visiting may change the relationship, or answer it from the other side.
        for (Object member : new ArrayList<>(Instances.members(instance, relationship))) {
          if (member instanceof Prepared prepared && seen.add(member) && visit.test(prepared)) {
            from.add(prepared);
          }
        }
      }
    }
  }
}
