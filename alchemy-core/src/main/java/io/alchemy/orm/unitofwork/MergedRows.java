package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.IdentityKey;
import io.alchemy.orm.mapping.Mapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session's instances that a merge meets, by key: those in memory, those whose rows it read, and new ones that have
 * their key already. They are held as long as the merge goes on.
 */
final class MergedRows {
  private final UnitOfWork work;
  private final Map<IdentityKey, @Nullable Prepared> known = new HashMap<>();
  private boolean knowsPending;

  MergedRows(UnitOfWork work) {
    this.work = work;
  }

  /** Reads the rows of these keys, as far as no instance has them. */
  void read(Collection<IdentityKey> keys) {
    Map<Mapper<?>, List<Object>> missing = new LinkedHashMap<>();
    for (IdentityKey key : keys) {
      if (!known.containsKey(key)) {
        known.put(key, null);
        if (work.find(key.mapper(), key.value()) == null) {
          missing.computeIfAbsent(key.mapper(), m -> new ArrayList<>()).add(key.value());
        } else if (Lookup.get(work, key.mapper().type(), key.value()) instanceof Prepared there) {
          known.put(key, there);
        }
      }
    }
    missing.forEach((mapper, values) -> {
      for (Prepared row : work.loader().getAll(work, mapper, values)) {
        InstanceState state = Instances.stateOrNull(row);
        IdentityKey key = state == null ? null : IdentityKey.of(state);
        if (key != null) {
          known.put(key, row);
        }
      }
    });
  }

  /** The instance with this key; null if there is no such row, nor a new instance that will be it. */
  @Nullable
  Prepared find(IdentityKey key) {
    Prepared there = known.get(key);
    if (there != null || knowsPending) {
      return there;
    }
    knowsPending = true;
    for (InstanceState state : work.pending()) {
      Prepared instance = Instances.instance(state);
      IdentityKey own = work.mapper(state).identityOf(instance);
      if (own != null) {
        known.put(own, instance);
      }
    }
    return known.get(key);
  }

  void added(IdentityKey key, Prepared instance) {
    known.put(key, instance);
  }
}
