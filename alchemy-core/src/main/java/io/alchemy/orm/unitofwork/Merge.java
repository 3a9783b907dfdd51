package io.alchemy.orm.unitofwork;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.StaleDataException;
import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.Hooks;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.IdentityKey;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies the state of instances from elsewhere onto this session's own. First every counterpart is found and its version
 * compared, then values are copied, then relationships; so a circle ends, and a stale instance changes nothing.
 */
public final class Merge {
  private final UnitOfWork work;
  private final Map<Object, Prepared> counterparts = new IdentityHashMap<>();
  private final List<Prepared> given = new ArrayList<>();
  private final MergedRows rows;
  private List<Prepared> reached = new ArrayList<>();

  private Merge(UnitOfWork work) {
    this.work = work;
    this.rows = new MergedRows(work);
  }

  /** This session's counterparts, in the order of the given instances. */
  @SuppressWarnings("unchecked") // an instance and its counterpart are of one class
  public static <E> List<E> merge(UnitOfWork work, Iterable<? extends E> instances) {
    work.transactions().checkActive("merge");
    List<Prepared> roots = new ArrayList<>();
    instances.forEach(each -> roots.add(Instances.prepared(each, "merge")));
    return (List<E>) work.unflushed(() -> new Merge(work).all(roots));
  }

  private List<Prepared> all(List<Prepared> roots) {
    List<Prepared> merged = counterparts(roots);
    while (!reached.isEmpty()) {
      List<Prepared> members = new ArrayList<>();
      for (Prepared next : reached) {
        for (RelationshipProperty relationship : relationships(next)) {
          members(next, relationship).forEach(member -> members.add((Prepared) member));
        }
      }
      reached = new ArrayList<>();
      counterparts(members);
    }
    for (Prepared each : given) {
      copyColumns(each, target(each));
    }
    for (Prepared each : given) {
      for (RelationshipProperty relationship : relationships(each)) {
        copy(each, target(each), relationship);
      }
    }
    return merged;
  }

  /** Their rows are read at once, a class and 500 keys a statement. */
  private List<Prepared> counterparts(List<Prepared> instances) {
    List<IdentityKey> keys = new ArrayList<>();
    for (Prepared instance : instances) {
      InstanceState state = instance.alchemy$state();
      IdentityKey key = counterparts.containsKey(instance) || (state != null && work.isMine(state))
          ? null
          : key(instance, state);
      if (key != null) {
        keys.add(key);
      }
    }
    rows.read(keys);
    return instances.stream().map(this::counterpart).toList();
  }

  private @Nullable IdentityKey key(Prepared instance, @Nullable InstanceState state) {
    Mapper<?> mapper = work.mappers().mapper(instance.getClass());
    return state != null && state.key() != null
        ? new IdentityKey(mapper, state.key())
        : mapper.identityOf(instance);
  }

  private Prepared target(Prepared instance) {
    return Objects.requireNonNull(counterparts.get(instance));
  }

  private Prepared counterpart(Prepared instance) {
    Prepared known = counterparts.get(instance);
    if (known != null) {
      return known;
    }
    InstanceState state = instance.alchemy$state();
    if (state != null && work.isMine(state)) {
      counterparts.put(instance, instance);
      return instance;
    }
    if (state != null && state.lifecycle() == Lifecycle.DELETED) {
      throw new InvalidRequestException("merge: " + Instances.name(state) + " was deleted.");
    }
    Prepared found = find(instance, state);
    counterparts.put(instance, found);
    given.add(instance);
    reached.add(instance);
    return found;
  }

  private Prepared find(Prepared instance, @Nullable InstanceState state) {
    Mapper<?> mapper = work.mappers().mapper(instance.getClass());
    IdentityKey key = key(instance, state);
    Prepared found = key == null ? null : rows.find(key);
    if (found != null) {
      compareVersions(mapper, instance, state, found);
      return found;
    }
    if (state != null && state.lifecycle() == Lifecycle.DETACHED && mapper.version() != null) {
      throw new StaleDataException(
          "merge: the row of " + Instances.name(state) + " is gone: somebody else deleted it.");
    }
    Prepared fresh = mapper.create();
    work.membership().add(fresh);
    if (key != null) {
      rows.added(key, fresh);
    }
    return fresh;
  }

  private void compareVersions(
      Mapper<?> mapper, Prepared instance, @Nullable InstanceState state, Prepared found) {
    ColumnProperty version = mapper.version();
    if (version == null || !isGiven(instance, state, version.attribute())) {
      return;
    }
    InstanceState own = Objects.requireNonNull(found.alchemy$state());
    work.loadIfNeeded(own, version.attribute());
    Object theirs = instance.alchemy$get(version.attribute());
    Object ours = found.alchemy$get(version.attribute());
    if (!version.type().same(theirs, ours)) {
      throw new StaleDataException("merge: " + Instances.name(own) + " has version " + ours
          + ", the given instance " + theirs + ": the row was changed since that one was loaded.");
    }
  }

  /** Whether the instance has something to say about the attribute: what it did not load, or never set, it has not. */
  private static boolean isGiven(Prepared instance, @Nullable InstanceState state, int attribute) {
    if (state != null && state.isUnloaded(attribute)) {
      return false;
    }
    boolean hasRow = state != null && state.lifecycle() == Lifecycle.DETACHED;
    return hasRow
        || instance.alchemy$get(attribute) != null
        || (state != null && state.isExplicitNull(attribute));
  }

  private void copyColumns(Prepared from, Prepared to) {
    InstanceState state = from.alchemy$state();
    InstanceState own = Objects.requireNonNull(to.alchemy$state());
    Mapper<?> mapper = work.mapper(own);
    boolean isNew = own.lifecycle() == Lifecycle.PENDING;
    for (ColumnProperty property : mapper.columns()) {
      int attribute = property.attribute();
      if (property == mapper.version()
          || (property.primaryKey() && !isNew)
          || !isGiven(from, state, attribute)) {
        continue;
      }
      Object value = property.type().copy(from.alchemy$get(attribute));
      work.loadIfNeeded(own, attribute);
      Object before = to.alchemy$get(attribute);
      if (isNew || !property.type().same(before, value)) {
        Hooks.write(to, attribute, value);
        to.alchemy$set(attribute, value);
      }
    }
  }

  private List<RelationshipProperty> relationships(Prepared instance) {
    List<RelationshipProperty> followed = new ArrayList<>();
    InstanceState state = instance.alchemy$state();
    for (RelationshipProperty relationship :
        work.mappers().mapper(instance.getClass()).relationships()) {
      if (relationship.cascades(Cascade.MERGE)
          && isGiven(instance, state, relationship.attribute())
          && !isUntouched(instance, state, relationship)) {
        followed.add(relationship);
      }
    }
    return followed;
  }

  /** A new instance's empty collection says nothing: that it has no members yet, or that it was never filled. */
  private static boolean isUntouched(
      Prepared instance, @Nullable InstanceState state, RelationshipProperty relationship) {
    return relationship.isCollection()
        && (state == null || state.lifecycle() == Lifecycle.TRANSIENT)
        && (state == null || !state.isModified(relationship.attribute()))
        && members(instance, relationship).isEmpty();
  }

  private static Collection<?> members(Prepared instance, RelationshipProperty relationship) {
    return new ArrayList<>(Instances.members(instance.alchemy$get(relationship.attribute())));
  }

  private void copy(Prepared from, Prepared to, RelationshipProperty relationship) {
    List<Object> merged = new ArrayList<>();
    for (Object member : members(from, relationship)) {
      merged.add(target((Prepared) member));
    }
    InstanceState own = Objects.requireNonNull(to.alchemy$state());
    work.loadIfNeeded(own, relationship.attribute());
    if (!relationship.isCollection()) {
      Object value = merged.isEmpty() ? null : merged.get(0);
      if (to.alchemy$get(relationship.attribute()) != value) {
        Hooks.writeReference(to, relationship.attribute(), value, false);
      }
    } else if (!merged.equals(
        new ArrayList<>(Instances.members(to.alchemy$get(relationship.attribute()))))) {
      Hooks.writeCollection(to, relationship.attribute(), merged, false);
    }
  }
}
