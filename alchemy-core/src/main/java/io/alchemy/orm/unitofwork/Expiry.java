package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.Property;
import io.alchemy.orm.mapping.RelationshipProperty;
import org.jspecify.annotations.Nullable;

/** Makes attributes of persistent instances out of date: changes are dropped, and the next read loads. */
final class Expiry {
  private Expiry() {}

  /** Everything that is mapped. */
  static void expire(UnitOfWork work, InstanceState state) {
    Prepared instance = state.instance();
    if (instance == null) {
      return;
    }
    Mapper<?> mapper = work.mapper(state);
    state.clearChanges();
    state.forgetOriginals();
    work.inPlace().release(state);
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
