package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The instances that wait for a flush. A session that only reads gathers none, and makes no tables for them. */
final class Waiting {
  /** Of all sessions that have only read so far; refuses whoever is added. */
  static final Waiting NOBODY = new Waiting();

  private static final int NAMES = 5;

  private Set<InstanceState> pending = Collections.emptySet();
  private Set<InstanceState> modified = Collections.emptySet();
  private Set<InstanceState> deleted = Collections.emptySet();

  /** Instances whose INSERT waits, in the order they were added. */
  Set<InstanceState> pending() {
    return pending;
  }

  /** Persistent instances of which something was set since the last flush. */
  Set<InstanceState> modified() {
    return modified;
  }

  /** Persistent instances whose DELETE waits. */
  Set<InstanceState> deleted() {
    return deleted;
  }

  void insert(InstanceState state) {
    requireOwn();
    if (!(pending instanceof States)) {
      pending = new States();
    }
    pending.add(state);
  }

  void update(InstanceState state) {
    requireOwn();
    if (!(modified instanceof States)) {
      modified = new States();
    }
    modified.add(state);
  }

  void delete(InstanceState state) {
    requireOwn();
    if (deleted.isEmpty()) {
      deleted = new LinkedHashSet<>();
    }
    deleted.add(state);
  }

  private void requireOwn() {
    if (this == NOBODY) {
      throw new IllegalStateException("these are shared by all sessions");
    }
  }

  void forget(InstanceState state) {
    pending.remove(state);
    modified.remove(state);
    deleted.remove(state);
  }

  boolean isEmpty() {
    return pending.isEmpty() && modified.isEmpty() && deleted.isEmpty();
  }

  /** Who waits, for messages. */
  String names() {
    List<String> names = new ArrayList<>();
    pending.forEach(state -> names.add(Instances.name(state)));
    modified.forEach(state -> names.add(Instances.name(state)));
    deleted.forEach(state -> names.add("deleted " + Instances.name(state)));
    return names.size() <= NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMES)) + " and " + (names.size() - NAMES) + " more";
  }
}
