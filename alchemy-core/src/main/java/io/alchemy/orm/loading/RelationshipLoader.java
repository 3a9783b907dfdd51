package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.Relationships;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipJoin;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads one relationship of many instances, in as few statements as groups of 500 allow. */
abstract class RelationshipLoader {
  final LoadingSession session;
  final RelationshipProperty relationship;
  final LoadRules next;
  final @Nullable Condition criterion;
  final List<Mapper<?>> path;
  private boolean lazy;
  private boolean flushes;

  RelationshipLoader(
      LoadingSession session,
      RelationshipProperty relationship,
      LoadRules rules,
      List<Mapper<?>> path) {
    this.session = session;
    this.relationship = relationship;
    this.next = rules.next(relationship.key());
    this.criterion = rules.criterion(relationship.key());
    this.path = path;
  }

  /**
   * @param rules the rules of the owners
   * @param path the mappers that led here, the owner's included
   */
  static RelationshipLoader of(
      LoadingSession session,
      RelationshipProperty relationship,
      LoadRules rules,
      List<Mapper<?>> path) {
    return relationship.direction() == Direction.MANY_TO_ONE
        ? new ReferenceLoader(session, relationship, rules, path)
        : new MemberLoader(session, relationship, rules, path);
  }

  /**
   * For a lazy load: the first of the owners was touched, the others are its siblings, for whom nothing is sent that the
   * first does not need. What is pending is flushed first, if it can reach what is read.
   */
  final RelationshipLoader lazily() {
    lazy = true;
    flushes = true;
    return this;
  }

  final boolean isLazy() {
    return lazy;
  }

  /** The flush before the first statement; true if there was one to do. */
  final boolean flushed() {
    if (!flushes) {
      return false;
    }
    flushes = false;
    Set<Table> reads = new HashSet<>();
    reads.add(relationship.target().table());
    if (relationship.secondary() != null) {
      reads.add(relationship.secondary());
    }
    session.autoflushBeforeLoad(reads);
    return true;
  }

  /** Fills the relationship of each owner, where it is not loaded. */
  final void load(List<InstanceState> owners) {
    List<Owner> alive = new ArrayList<>(owners.size());
    for (InstanceState state : owners) {
      Prepared instance = state.instance();
      if (instance != null) {
        alive.add(new Owner(state, instance));
      }
    }
    if (!alive.isEmpty()) {
      loadAll(alive);
    }
  }

  /** The same for instances, of whom some may have it. */
  final void loadOf(List<Prepared> instances) {
    List<Owner> unloaded = new ArrayList<>(instances.size());
    for (Prepared instance : instances) {
      InstanceState state = instance.alchemy$state();
      if (state != null && state.isUnloaded(relationship.attribute())) {
        unloaded.add(new Owner(state, instance));
      }
    }
    if (!unloaded.isEmpty()) {
      loadAll(unloaded);
    }
  }

  abstract void loadAll(List<Owner> owners);

  /** An instance whose relationship is to be filled; held while it is. */
  record Owner(InstanceState state, Prepared instance) {}

  final boolean isUnloaded(Owner owner) {
    return owner.state().isUnloaded(relationship.attribute());
  }

  final void fill(Owner owner, List<Prepared> members) {
    if (!isUnloaded(owner)) {
      return;
    }
    if (relationship.isCollection()) {
      Relationships.loaded(owner.state(), owner.instance(), relationship.end(), members);
    } else {
      fillReference(owner, members.isEmpty() ? null : members.get(0));
    }
  }

  final void fillReference(Owner owner, @Nullable Prepared target) {
    if (isUnloaded(owner)) {
      owner.instance().alchemy$set(relationship.attribute(), target);
      owner.state().target(relationship.attribute(), null);
      owner.state().markLoaded(relationship.attribute());
    }
  }

  /** The conditions beyond the keys: the mapping's own, and the option's. */
  final List<Condition> criteria() {
    List<Condition> all = new ArrayList<>();
    if (relationship.criterion() != null) {
      all.add(RelationshipJoin.about(relationship, relationship.criterion(), null));
    }
    if (criterion != null) {
      all.add(criterion);
    }
    return all;
  }

  /** The values of the key as one object: the value itself, or a list. */
  static @Nullable Object key(@Nullable Object[] row, int from, int count) {
    if (count == 1) {
      return row[from];
    }
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      Object value = row[from + i];
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return List.of(values);
  }

  static Object part(Object key, int part, int count) {
    return count == 1 ? key : ((List<?>) key).get(part);
  }
}
