package io.alchemy.orm.unitofwork;

import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Property;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes attributes of persistent instances out of date: changes are dropped, and the next read loads. */
public final class Expiry {
  private Expiry() {}

  /** An instance, or of it these attributes; follows refresh-expire cascades unless they are given. */
  public static void expireInstance(UnitOfWork work, Object instance, int @Nullable [] attributes) {
    InstanceState root = work.persistent(instance, "expire");
    if (attributes != null) {
      expire(work, root, attributes);
      return;
    }
    expire(work, root);
    Cascades.each(work.mappers(), Instances.instance(root), Cascade.REFRESH_EXPIRE, member -> {
      InstanceState state = member.alchemy$state();
      if (state == null || !work.isMine(state) || state.lifecycle() != Lifecycle.PERSISTENT) {
        return false;
      }
      expire(work, state);
      return true;
    });
  }

  /** What is persistent, and neither changed nor to be deleted. */
  public static void expireUnchanged(UnitOfWork work) {
    work.findInPlace();
    List<InstanceState> states = work.identity().states();
    states.removeIf(state -> work.modified().contains(state) || work.deleted().contains(state));
    expire(work, states);
  }

  /** All that is persistent. */
  public static void expireAll(UnitOfWork work) {
    expire(work, work.identity().states());
  }

  /** What is out of date at once is read at once: the instances of a mapper are siblings from now on. */
  private static void expire(UnitOfWork work, List<InstanceState> states) {
    for (InstanceState state : states) {
      expire(work, state);
    }
    work.loader().group(states);
  }

  /** Everything that is mapped. */
  static void expire(UnitOfWork work, InstanceState state) {
    Prepared instance = state.instance();
    if (instance == null) {
      return;
    }
    Mapper<?> mapper = work.mapper(state);
    state.clearChanges();
    state.forgetOriginals();
    work.releaseInPlace(state);
    work.assignments().forget(state);
    for (int i = 0, n = mapper.prepared().size(); i < n; i++) {
      expire(state, instance, mapper.property(i));
    }
    work.modified().remove(state);
    if (work.deleted().contains(state)) {
      state.holdStrongly(true);
    }
  }

  /** Only these attributes; other changes stay. */
  static void expire(UnitOfWork work, InstanceState state, int[] attributes) {
    Prepared instance = state.instance();
    if (instance == null) {
      return;
    }
    Mapper<?> mapper = work.mapper(state);
    for (int attribute : attributes) {
      state.clearChange(attribute);
      state.forgetOriginal(attribute);
      work.assignments().forget(state, attribute);
      state.explicitNull(attribute, false);
      expire(state, instance, mapper.property(attribute));
    }
    if (!Changes.any(state)) {
      state.clearChanges();
      work.modified().remove(state);
      if (work.deleted().contains(state)) {
        state.holdStrongly(true);
      }
    }
  }

  private static void expire(InstanceState state, Prepared instance, @Nullable Property property) {
    if (property instanceof RelationshipProperty relationship) {
      // Relationships are not reloaded with the columns, they load when they are touched.
      state.markUnloaded(relationship.attribute());
      state.target(relationship.attribute(), null);
      if (!relationship.isCollection()) {
        instance.alchemy$set(relationship.attribute(), null);
      }
    } else if (property != null) {
      state.expire(property.attribute());
    }
  }
}
