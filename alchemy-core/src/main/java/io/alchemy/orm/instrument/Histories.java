package io.alchemy.orm.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a relationship with what the last flush left, loading nothing. */
public final class Histories {
  private Histories() {}

  /**
   * How the relationship differs. Of an instance without a row everything is added. Of a collection that is not loaded
   * only what waits for it is known; of a reference whose old value was never loaded, only the new one.
   */
  public static History of(InstanceState state, Prepared instance, RelationshipEnd end) {
    return end.isCollection()
        ? ofCollection(state, instance, end)
        : ofReference(state, instance, end);
  }

  private static History ofReference(InstanceState state, Prepared instance, RelationshipEnd end) {
    int attribute = end.attribute();
    if (state.isUnloaded(attribute)) {
      return History.EMPTY;
    }
    List<Object> now = one(instance.alchemy$get(attribute));
    Object before = state.committed(attribute);
    if (!state.hasRow()) {
      return now.isEmpty() ? History.EMPTY : new History(now, List.of(), List.of());
    }
    if (before == InstanceState.UNCHANGED) {
      return new History(List.of(), now, List.of());
    }
    if (before == InstanceState.NOT_LOADED) {
      return new History(now, List.of(), List.of());
    }
    return compare(one(before), now);
  }

  private static History ofCollection(InstanceState state, Prepared instance, RelationshipEnd end) {
    int attribute = end.attribute();
    if (state.isUnloaded(attribute)) {
      PendingChanges waiting = state.pending(attribute);
      return waiting == null
          ? History.EMPTY
          : new History(List.copyOf(waiting.added()), List.of(), List.copyOf(waiting.removed()));
    }
    if (!state.hasRow() && Relationships.isEmpty(instance.alchemy$get(attribute))) {
      return History.EMPTY;
    }
    Collection<Object> now = Relationships.collection(instance, end).members();
    if (!state.hasRow()) {
      return compare(List.of(), now);
    }
    return state.committed(attribute) instanceof Collection<?> before
        ? compare(before, now)
        : new History(List.of(), List.copyOf(now), List.of());
  }

  private static List<Object> one(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  private static History compare(Collection<?> before, Collection<?> now) {
    Set<Object> were = Relationships.identities(before);
    Set<Object> stayed = Relationships.identities(List.of());
    List<Object> added = new ArrayList<>();
    List<Object> unchanged = new ArrayList<>();
    for (Object member : now) {
      if (stayed.add(member)) {
        (were.contains(member) ? unchanged : added).add(member);
      }
    }
    List<Object> removed = new ArrayList<>();
    for (Object member : before) {
      if (stayed.add(member)) {
        removed.add(member);
      }
    }
    return new History(added, unchanged, removed);
  }
}
