package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.ColumnProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instances whose users have values in hand that can change in place: arrays, JSON documents. They are held strongly,
 * as nobody tells when such a value changes, until they expire or leave; what changed is found by comparing with a copy.
 */
final class InPlaceChanges {
  private final UnitOfWork work;
  private Map<InstanceState, Prepared> held = Map.of();

  InPlaceChanges(UnitOfWork work) {
    this.work = work;
  }

  void hold(InstanceState state, Prepared instance) {
    if (held.isEmpty()) {
      held = new LinkedHashMap<>();
    }
    held.put(state, instance);
  }

  void release(InstanceState state) {
    if (!held.isEmpty()) {
      held.remove(state);
    }
  }

  /** Marks what changed in place as changed. */
  void find() {
    if (!held.isEmpty()) {
      for (InstanceState state : List.copyOf(held.keySet())) {
        find(state);
      }
    }
  }

  void find(InstanceState state) {
    Prepared instance = held.get(state);
    if (instance == null) {
      return;
    }
    for (ColumnProperty property : work.mapper(state).mutableColumns()) {
      int attribute = property.attribute();
      Object original = state.original(attribute);
      if (original == InstanceState.UNCHANGED || state.isUnloaded(attribute)) {
        continue;
      }
      Object before = state.committed(attribute);
      if (before == InstanceState.UNCHANGED) {
        if (!property.type().same(original, instance.alchemy$get(attribute))) {
          work.changed(state, instance);
          state.remember(attribute, original);
        }
      } else if (before != original) {
        // It was replaced too, perhaps after it had changed in place.
        state.clearChange(attribute);
        state.remember(attribute, original);
      }
    }
  }

  /** After a flush wrote these values, or an instance came back: what they are from now on. */
  void keep(InstanceState state, Prepared instance, ColumnProperty property) {
    state.keepOriginal(
        property.attribute(), instance.alchemy$get(property.attribute()), work.mapper(state));
    if (state.hasOriginals()) {
      hold(state, instance);
    }
  }
}
