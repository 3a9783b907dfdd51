package io.alchemy.orm.loading;

import io.alchemy.error.LazyLoadException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Property;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;

/** What happens when an attribute is read that is not loaded. */
final class LazyLoading {
  private LazyLoading() {}

  static void load(LoadingSession session, InstanceState state, Prepared instance, int attribute) {
    Mapper<?> mapper = session.mappers().mapper(state.type().type());
    Property property = mapper.property(attribute);
    if (property instanceof ColumnProperty) {
      Reload.touched(session, mapper, state, instance, attribute);
    } else if (property instanceof RelationshipProperty relationship) {
      relationship(session, state, instance, relationship);
    } else {
      state.markLoaded(attribute);
    }
  }

  private static void relationship(
      LoadingSession session,
      InstanceState state,
      Prepared instance,
      RelationshipProperty relationship) {
    LoadRules rules = Siblings.rulesOf(state);
    Action action = rules.action(relationship);
    if (action == Action.RAISE) {
      throw refused(relationship);
    }
    RelationshipLoader loader =
        RelationshipLoader.of(session, relationship, rules, List.of(relationship.owner()));
    if (action == Action.NONE) {
      loader.fill(new RelationshipLoader.Owner(state, instance), List.of());
      return;
    }
    List<Prepared> held = new ArrayList<>();
    List<InstanceState> owners = action == Action.LAZY_ONE
        ? List.of(state)
        : withSiblings(state, relationship.attribute(), held);
    loader.lazily().load(owners);
    if (state.isUnloaded(relationship.attribute())) {
      loader.fill(new RelationshipLoader.Owner(state, instance), List.of());
    }
    held.clear();
  }

  /** Those of the group that lack the attribute too, in the same session; always the one touched. */
  private static List<InstanceState> withSiblings(
      InstanceState state, int attribute, List<Prepared> held) {
    List<InstanceState> owners = new ArrayList<>();
    owners.add(state);
    if (state.siblings() instanceof Siblings group) {
      for (InstanceState sibling : group.states()) {
        Prepared other = sibling.instance();
        if (sibling != state
            && other != null
            && sibling.siblings() == group
            && sibling.owner() == state.owner()
            && sibling.lifecycle() == Lifecycle.PERSISTENT
            && sibling.isUnloaded(attribute)) {
          owners.add(sibling);
          held.add(other);
        }
      }
    }
    return owners;
  }

  private static LazyLoadException refused(RelationshipProperty relationship) {
    String name = relationship.toString();
    String option = name.replace(".", "_.");
    return new LazyLoadException(name
        + " was read, but is not loaded and is not to load by itself (raiseLoad, or lazy(RAISE) in the mapping)."
        + " Load it with the query: options(selectinLoad("
        + option
        + ")).");
  }
}
