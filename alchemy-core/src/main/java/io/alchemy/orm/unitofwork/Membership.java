package io.alchemy.orm.unitofwork;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Cascade;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Mapper;
import java.util.ArrayList;
import java.util.List;

/** How instances come into a session and leave it by their user's word: add, delete, expunge, make transient. */
public final class Membership {
  private final UnitOfWork work;

  Membership(UnitOfWork work) {
    this.work = work;
  }

  /** Makes the instance, and what it reaches by save-update cascades, pending; a detached one persistent. */
  public void add(Object instance) {
    work.transactions().checkActive("add");
    Prepared root = Instances.prepared(instance, "add");
    attach(root);
    Cascades.each(work.mappers(), root, Cascade.SAVE_UPDATE, member -> {
      InstanceState state = member.alchemy$state();
      if (state != null && work.isMine(state)) {
        return false;
      }
      attach(member);
      return true;
    });
  }

  private void attach(Prepared instance) {
    InstanceState state = instance.alchemy$state();
    boolean known = state != null;
    if (state == null) {
      state = enqueued(instance);
    }
    if (state.owner() != null && state.owner() != work) {
      throw new InvalidRequestException(
          Instances.name(state)
              + " belongs to another session. An instance has one session at a time: expunge it there, or merge it here.");
    }
    switch (state.lifecycle()) {
      case TRANSIENT -> {
        requireMapped(instance);
        state = known ? enqueued(instance) : state;
        state.lifecycle(Lifecycle.PENDING);
        state.owner(work);
        state.holdStrongly(true);
        work.waiting().insert(state);
      }
      case PENDING -> {}
      case PERSISTENT -> work.deleted().remove(state);
      case DETACHED -> attachDetached(instance, state);
      case DELETED -> throw deletedAlready(state);
    }
  }

  private void attachDetached(Prepared instance, InstanceState before) {
    Object key = before.key();
    if (key == null) {
      throw deletedAlready(before);
    }
    // By this session's mapping: the instance may come from a session of another registry.
    Mapper<?> mapper = work.mappers().mapper(before.type().type());
    if (work.find(mapper, key) != null) {
      throw new InvalidRequestException(
          "Another instance of " + Instances.name(before)
              + " is in this session already, and a session knows a row by one instance: merge it instead of adding it.");
    }
    InstanceState state = enqueued(instance);
    state.identity(mapper, key);
    state.owner(work);
    state.lifecycle(Lifecycle.PERSISTENT);
    work.identity().put(state);
    if (state.isModified()) {
      state.holdStrongly(true);
      work.waiting().update(state);
    }
    if (state.hasOriginals()) {
      work.inPlace().hold(state, instance);
    }
  }

  private void requireMapped(Prepared instance) {
    if (!work.mappers().isMapped(instance.getClass())) {
      throw new ArgumentException("add: " + instance.getClass().getName()
          + " is not mapped in this session's registry: map it with registry.map or mapAnnotated.");
    }
  }

  private static InvalidRequestException deletedAlready(InstanceState state) {
    return new InvalidRequestException(
        Instances.name(state)
            + " was deleted. To insert it again as a new row, call makeTransient first; to undo the deletion, roll back.");
  }

  /** Marks a persistent instance; the flush deletes its row, and then follows the delete cascades. */
  public void delete(Object instance) {
    work.transactions().checkActive("delete");
    Prepared prepared = Instances.prepared(instance, "delete");
    InstanceState state = prepared.alchemy$state();
    if (state == null
        || state.lifecycle() == Lifecycle.TRANSIENT
        || state.lifecycle() == Lifecycle.PENDING) {
      throw new InvalidRequestException("delete: " + Instances.name(instance)
          + " has no row yet; expunge it instead if it was added.");
    }
    if (state.lifecycle() == Lifecycle.DELETED && state.owner() == work) {
      return;
    }
    attach(prepared);
    InstanceState attached = work.mine(instance, "delete");
    attached.holdStrongly(true);
    work.waiting().delete(attached);
  }

  /** Lets go of an instance and of what it reaches by expunge cascades: a pending one is transient, others detached. */
  public void expunge(Object instance) {
    InstanceState root = work.mine(instance, "expunge");
    Prepared prepared = Instances.instance(root);
    List<InstanceState> leaving = new ArrayList<>();
    leaving.add(root);
    Cascades.each(work.mappers(), prepared, Cascade.EXPUNGE, member -> {
      InstanceState state = member.alchemy$state();
      if (state == null || !work.isMine(state)) {
        return false;
      }
      leaving.add(state);
      return true;
    });
    leaving.forEach(this::evict);
  }

  public void expungeAll() {
    work.identity().states().forEach(this::evict);
    List.copyOf(work.pending()).forEach(this::evict);
  }

  void evict(InstanceState state) {
    if (state.lifecycle() == Lifecycle.PENDING) {
      state.lifecycle(Lifecycle.TRANSIENT);
    } else {
      work.identity().remove(state);
      state.lifecycle(Lifecycle.DETACHED);
    }
    leave(state);
    work.transactions().forget(state);
  }

  /** Takes a state out of everything but the identity map. */
  void leave(InstanceState state) {
    work.waiting().forget(state);
    work.assignments().forget(state);
    work.releaseInPlace(state);
    state.holdStrongly(false);
    state.siblings(null);
    state.owner(null);
  }

  /** Makes an instance as if it had never been saved: no key, no session; loaded values stay. */
  public void makeTransient(Object instance) {
    InstanceState state = Instances.prepared(instance, "makeTransient").alchemy$state();
    if (state == null) {
      return;
    }
    if (state.owner() != null && state.owner() != work) {
      throw new InvalidRequestException(
          "makeTransient: " + Instances.name(state) + " belongs to another session.");
    }
    work.identity().remove(state);
    leave(state);
    work.transactions().forget(state);
    state.clearChanges();
    state.forgetOriginals();
    state.forgetIdentity();
    state.lifecycle(Lifecycle.TRANSIENT);
  }

  /** The state of an instance that comes into the session, which notices from now on when the instance is collected. */
  private InstanceState enqueued(Prepared instance) {
    InstanceState before = instance.alchemy$state();
    InstanceState state = before == null
        ? new InstanceState(instance, work.identity().queue())
        : before.enqueued(instance, work.identity().queue());
    instance.alchemy$state(state);
    return state;
  }
}
