package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import java.util.ArrayList;
import java.util.List;

/**
 * Instances that came together: those of one result, one mapper and one place in it, cut into groups so that one instance
 * that is kept does not keep the states of a million. What one of them lacks is loaded for all.
 */
final class Siblings {
  static final int LIMIT = 500;

  private final Object result;
  private final LoadRules rules;
  private final List<InstanceState> states;

  /**
   * @param result what tells the groups of one place in one result from others
   * @param expected how many instances there probably are
   */
  Siblings(Object result, LoadRules rules, int expected) {
    this.result = result;
    this.rules = rules;
    this.states = new ArrayList<>(Math.min(expected, LIMIT));
  }

  LoadRules rules() {
    return rules;
  }

  boolean isOf(Object aResult) {
    return result == aResult;
  }

  boolean isFull() {
    return states.size() >= LIMIT;
  }

  void add(InstanceState state) {
    states.add(state);
    state.siblings(this);
  }

  /** Those that still belong here: a newer result may have taken some. */
  List<InstanceState> states() {
    return states;
  }

  static LoadRules rulesOf(InstanceState state) {
    return state.siblings() instanceof Siblings group ? group.rules : LoadRules.NONE;
  }
}
