package io.alchemy.orm.unitofwork;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds everything that a flush deletes: what was marked, what delete cascades reach from it, and orphans. Collections
 * that are not loaded are loaded first, for all owners of a wave at once. Children that stay are noted, as their
 * foreign keys become null.
 */
final class Deletions {
  /** A child that loses its parent. */
  record Bereaved(InstanceState child, RelationshipProperty relationship, InstanceState parent) {}

  private final FlushScope scope;
  private final Map<RelationshipProperty, Map<Object, InstanceState>> adopters = new HashMap<>();
  private final List<Bereaved> bereaved = new ArrayList<>();
  private List<InstanceState> wave = new ArrayList<>();

  private Deletions(FlushScope scope) {
    this.scope = scope;
  }

  /** Fills the scope's deletions and orphans; gives the children that may have to be cut from a deleted parent. */
  static List<Bereaved> find(FlushScope scope) {
    Deletions search = new Deletions(scope);
    for (InstanceState state : List.copyOf(scope.work().deleted())) {
      search.delete(state);
    }
    search.findOrphans();
    while (!search.wave.isEmpty()) {
      List<InstanceState> wave = search.wave;
      search.wave = new ArrayList<>();
      search.follow(wave);
    }
    return search.bereaved;
  }

  private void delete(InstanceState state) {
    if (state.lifecycle() == Lifecycle.PENDING) {
      scope.orphans().add(state);
    } else if (state.lifecycle() == Lifecycle.PERSISTENT
        && scope.work().isMine(state)
        && scope.deletions().add(state)) {
      wave.add(state);
    }
  }

  /** Members that left a delete-orphan relationship and were not taken up by another parent. */
  private void findOrphans() {
    List<Orphan> candidates = new ArrayList<>();
    for (InstanceState state : scope.work().pending()) {
      findOrphans(state, candidates);
    }
    for (InstanceState state : scope.work().modified()) {
      findOrphans(state, candidates);
    }
    for (Orphan candidate : candidates) {
      if (!adopters(candidate.by).containsKey(candidate.state.get())) {
        delete(candidate.state);
      }
    }
  }

  /** A member that was let go of, by a relationship in which it must not be without an owner. */
  private record Orphan(InstanceState state, RelationshipProperty by) {}

  private void findOrphans(InstanceState state, List<Orphan> candidates) {
    Prepared instance = scope.instance(state);
    for (RelationshipProperty relationship : scope.layout(state).relationships()) {
      RelationshipProperty inverse = relationship.inverse();
      if (inverse != null
          && inverse.cascades(Cascade.DELETE_ORPHAN)
          && hasLetGo(state, instance, relationship)) {
        candidates.add(new Orphan(state, inverse));
      }
      if (relationship.isViewOnly() || !deletes(relationship)) {
        continue;
      }
      History history = Changes.history(state, instance, relationship);
      for (Object member : history.added()) {
        adopters(relationship).put(member, state);
      }
      for (Object member : history.removed()) {
        InstanceState removed = Instances.stateOrNull(member);
        if (removed != null
            && state.lifecycle() == Lifecycle.PERSISTENT
            && relationship.cascades(Cascade.DELETE_ORPHAN)) {
          candidates.add(new Orphan(removed, relationship));
        }
      }
    }
  }

  /** Whether a child's reference became null and its row has a parent. */
  private boolean hasLetGo(InstanceState child, Prepared instance, RelationshipProperty reference) {
    TableLayout table = scope.layout(child).table();
    return Strays.hasLetGo(child, instance, reference)
        && (child.committed(reference.attribute()) != InstanceState.NOT_LOADED
            || reference.pairs().stream()
                .allMatch(pair -> scope.stored(child, table.position(pair.near())) != null));
  }

  private static boolean deletes(RelationshipProperty relationship) {
    return relationship.cascades(Cascade.DELETE) || relationship.cascades(Cascade.DELETE_ORPHAN);
  }

  private Map<Object, InstanceState> adopters(RelationshipProperty relationship) {
    return adopters.computeIfAbsent(relationship, r -> new IdentityHashMap<>());
  }

  /** Whether a member that was loaded, or not yet taken out, belongs to another parent by now. */
  private boolean hasMoved(Object member, InstanceState owner, RelationshipProperty relationship) {
    InstanceState adopter = adopters(relationship).get(member);
    if (adopter != null) {
      return adopter != owner;
    }
    RelationshipProperty inverse = relationship.inverse();
    InstanceState state = Instances.stateOrNull(member);
    return inverse != null
        && !inverse.isCollection()
        && state != null
        && state.isModified(inverse.attribute())
        && scope.instance(state).alchemy$get(inverse.attribute()) != owner.get();
  }

  /** From deleted instances to their members: the next wave, and the bereaved. */
  private void follow(List<InstanceState> owners) {
    Map<Mapper<?>, List<InstanceState>> byMapper = new LinkedHashMap<>();
    for (InstanceState owner : owners) {
      byMapper
          .computeIfAbsent(scope.work().mapper(owner), m -> new ArrayList<>())
          .add(owner);
    }
    byMapper.forEach((mapper, of) -> {
      for (RelationshipProperty relationship : mapper.relationships()) {
        if (concerns(relationship)) {
          follow(of, relationship);
        }
      }
    });
  }

  private static boolean concerns(RelationshipProperty relationship) {
    return !relationship.isViewOnly()
        && (relationship.direction() == Direction.ONE_TO_MANY
            || relationship.cascades(Cascade.DELETE));
  }

  private void follow(List<InstanceState> owners, RelationshipProperty relationship) {
    Map<InstanceState, List<Object>> given =
        relationship.isPassiveDeletes() ? Map.of() : load(owners, relationship);
    boolean cascades = relationship.cascades(Cascade.DELETE)
        || (relationship.direction() == Direction.ONE_TO_MANY && deletes(relationship));
    for (InstanceState owner : owners) {
      if (owner.isUnloaded(relationship.attribute())) {
        continue;
      }
      Prepared instance = scope.instance(owner);
      History history = Changes.history(owner, instance, relationship);
      List<Object> members =
          new ArrayList<>(Instances.members(instance.alchemy$get(relationship.attribute())));
      for (Object member : given.getOrDefault(owner, List.of())) {
        if (members.stream().noneMatch(other -> other == member)) {
          members.add(member);
        }
      }
      members.removeIf(member -> hasMoved(member, owner, relationship));
      if (cascades) {
        each(members, this::delete);
      } else {
        each(members, member -> bereaved.add(new Bereaved(member, relationship, owner)));
      }
      if (relationship.direction() == Direction.ONE_TO_MANY) {
        each(history.removed(), member -> bereaved.add(new Bereaved(member, relationship, owner)));
      }
    }
  }

  /** Loads what is missing or was left out on purpose; gives whom the program had put where it was left out. */
  private Map<InstanceState, List<Object>> load(
      List<InstanceState> owners, RelationshipProperty relationship) {
    Map<InstanceState, List<Object>> given = new IdentityHashMap<>();
    int attribute = relationship.attribute();
    for (InstanceState owner : owners) {
      if (!owner.isUnloaded(attribute) && scope.work().loader().isLeftOut(owner, relationship)) {
        Object value = scope.instance(owner).alchemy$get(attribute);
        given.put(owner, new ArrayList<>(Instances.members(value)));
        owner.markUnloaded(attribute);
      }
    }
    scope.load(owners, relationship);
    return given;
  }

  private static void each(List<Object> members, Consumer<InstanceState> action) {
    for (Object member : members) {
      InstanceState state = Instances.stateOrNull(member);
      if (state != null) {
        action.accept(state);
      }
    }
  }
}
