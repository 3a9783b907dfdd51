package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.Direction;
import io.alchemy.orm.mapping.IdentityKey;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes memory follow a rollback. New instances are transient and keep what their user gave them; deleted ones are
 * persistent; the rest expires: everything after a transaction, only what changed inside after a savepoint.
 */
final class Restoration {
  private final UnitOfWork work;

  Restoration(UnitOfWork work) {
    this.work = work;
  }

  void restore(SessionTransaction level) {
    restoreInserted(level);
    restoreDeleted(level);
    restoreKeys(level);
    if (level.isNested()) {
      restoreChanged(level);
      restoreMembers(level);
    } else {
      Expiry.expireAll(work);
    }
  }

  /** Pending instances, and those whose row is gone again, leave the session. */
  void restoreInserted(SessionTransaction level) {
    for (InstanceState state : List.copyOf(work.pending())) {
      work.membership().leave(state);
      state.lifecycle(Lifecycle.TRANSIENT);
    }
    level.eachInserted(this::restoreInserted);
  }

  private void restoreInserted(InstanceState state, SessionTransaction.Filled filled) {
    if (state.owner() != work) {
      return;
    }
    work.identity().remove(state);
    takeBack(state, filled);
    work.membership().leave(state);
    state.clearChanges();
    state.forgetOriginals();
    BitSet nulls = filled.explicitNulls();
    if (nulls != null) {
      nulls.stream().forEach(i -> state.explicitNull(i, true));
    }
    state.forgetIdentity();
    state.lifecycle(Lifecycle.TRANSIENT);
  }

  /** Keys that the database made, and foreign keys that follow them, may soon belong to other rows. */
  private static void takeBack(InstanceState state, SessionTransaction.Filled filled) {
    Prepared instance = state.instance();
    if (instance == null) {
      return;
    }
    for (int i = 0; i < filled.attributes().length; i++) {
      int attribute = filled.attributes()[i];
      if (!state.isModified(attribute)) {
        instance.alchemy$set(attribute, filled.before()[i]);
      }
    }
    for (int i = 0, n = state.type().size(); i < n; i++) {
      state.markLoaded(i);
    }
  }

  private void restoreDeleted(SessionTransaction level) {
    for (InstanceState state : List.copyOf(work.deleted())) {
      work.deleted().remove(state);
      state.holdStrongly(state.isModified());
    }
    for (InstanceState state : level.deleted()) {
      if (!level.hasInserted(state)
          && state.lifecycle() == Lifecycle.DELETED
          && state.get() != null) {
        state.lifecycle(Lifecycle.PERSISTENT);
        state.owner(work);
        work.identity().put(state);
      }
    }
  }

  private void restoreKeys(SessionTransaction level) {
    for (Map.Entry<InstanceState, IdentityKey> entry : level.renamed().entrySet()) {
      InstanceState state = entry.getKey();
      if (state.lifecycle() == Lifecycle.PERSISTENT && state.owner() == work) {
        work.identity().remove(state);
        state.identity(entry.getValue().mapper(), entry.getValue().value());
        work.identity().put(state);
      }
    }
  }

  private void restoreChanged(SessionTransaction level) {
    work.findInPlace();
    for (InstanceState state : List.copyOf(work.modified())) {
      level.changed(state, Changes.of(state));
    }
    for (Map.Entry<InstanceState, BitSet> entry : level.changed().entrySet()) {
      InstanceState state = entry.getKey();
      if (state.lifecycle() == Lifecycle.PERSISTENT && state.owner() == work) {
        Expiry.expire(work, state, entry.getValue().stream().toArray());
      }
    }
    for (InstanceState state : level.loaded()) {
      if (state.lifecycle() == Lifecycle.PERSISTENT && state.owner() == work) {
        Expiry.expire(work, state);
      }
    }
  }

  /** Collections that were loaded inside the savepoint have what was there then: they load again. */
  private void restoreMembers(SessionTransaction level) {
    Set<InstanceState> returned = new LinkedHashSet<>(level.moved());
    returned.addAll(level.deleted());
    returned.removeIf(state -> !work.isMine(state));
    if (returned.isEmpty() && !level.hasInserted()) {
      return;
    }
    Set<Mapper<?>> mappers = new HashSet<>();
    returned.forEach(state -> mappers.add(work.mapper(state)));
    level.eachInserted((state, filled) -> mappers.add(work.mapper(state)));
    for (InstanceState owner : work.identity().states()) {
      Prepared instance = owner.instance();
      if (instance == null) {
        continue;
      }
      for (RelationshipProperty relationship : work.mapper(owner).relationships()) {
        int attribute = relationship.attribute();
        if (relationship.direction() != Direction.MANY_TO_ONE
            && mappers.contains(relationship.target())
            && !owner.isUnloaded(attribute)
            && isOutOfDate(instance, relationship, returned, level)) {
          Expiry.expire(work, owner, new int[] {attribute});
        }
      }
    }
  }

  private boolean isOutOfDate(
      Prepared owner,
      RelationshipProperty relationship,
      Set<InstanceState> returned,
      SessionTransaction level) {
    Set<InstanceState> members = new HashSet<>();
    for (Object member : Instances.members(owner.alchemy$get(relationship.attribute()))) {
      InstanceState state = Instances.stateOrNull(member);
      if (state != null) {
        members.add(state);
      }
    }
    for (InstanceState state : members) {
      if (level.hasInserted(state) || level.moved().contains(state)) {
        return true;
      }
    }
    for (InstanceState state : returned) {
      Prepared member = state.instance();
      if (member != null
          && work.mapper(state) == relationship.target()
          && !members.contains(state)
          && !isElsewhere(state, member, relationship.inverse(), owner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isElsewhere(
      InstanceState state,
      Prepared member,
      @Nullable RelationshipProperty reference,
      Prepared owner) {
    return reference != null
        && !reference.isCollection()
        && !state.isUnloaded(reference.attribute())
        && member.alchemy$get(reference.attribute()) != owner;
  }

  /** After a commit, what was deleted has neither row nor session. */
  void forgetDeleted(SessionTransaction root) {
    for (InstanceState state : root.deleted()) {
      if (state.lifecycle() == Lifecycle.DELETED) {
        work.membership().leave(state);
        state.forgetIdentity();
        state.lifecycle(Lifecycle.DETACHED);
      }
    }
  }

  /** The session ends with the transaction open: what was deleted in it has its row again, but no session. */
  void detachDeleted(SessionTransaction root) {
    for (InstanceState state : List.copyOf(root.deleted())) {
      if (state.lifecycle() == Lifecycle.DELETED) {
        work.membership().leave(state);
        state.lifecycle(Lifecycle.DETACHED);
      }
    }
  }
}
