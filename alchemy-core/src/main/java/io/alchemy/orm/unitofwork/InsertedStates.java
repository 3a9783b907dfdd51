package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.unitofwork.SessionTransaction.Filled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The new instances that one level of a transaction has inserted, and what a rollback takes back of each. Mostly nobody asks for one
 * of them, so they are lists until somebody does: the entries of a map took 65 bytes a row.
 */
final class InsertedStates {
  private final List<InstanceState> states;
  private final List<Filled> filled;
  private @Nullable Map<InstanceState, Filled> byState;

  /** @param expected how many there probably are */
  InsertedStates(int expected) {
    states = new ArrayList<>(expected);
    filled = new ArrayList<>(expected);
  }

  void add(InstanceState state, Filled what) {
    if (byState == null) {
      states.add(state);
      filled.add(what);
    } else {
      byState.put(state, what);
    }
  }

  void addAll(InsertedStates others) {
    others.forEach(this::add);
  }

  /** In their order; not to be changed. */
  Collection<InstanceState> states() {
    return byState == null ? states : byState.keySet();
  }

  void remove(InstanceState state) {
    byState().remove(state);
  }

  boolean contains(InstanceState state) {
    return !isEmpty() && byState().containsKey(state);
  }

  private Map<InstanceState, Filled> byState() {
    if (byState == null) {
      Map<InstanceState, Filled> all = new LinkedHashMap<>();
      forEach(all::put);
      states.clear();
      filled.clear();
      byState = all;
    }
    return byState;
  }

  boolean isEmpty() {
    return states.isEmpty() && (byState == null || byState.isEmpty());
  }

  void forEach(BiConsumer<InstanceState, Filled> action) {
    if (byState == null) {
      for (int i = 0; i < states.size(); i++) {
        action.accept(states.get(i), filled.get(i));
      }
    } else {
      byState.forEach(action);
    }
  }
}
