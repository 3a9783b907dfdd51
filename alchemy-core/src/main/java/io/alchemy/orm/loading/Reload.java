package io.alchemy.orm.loading;

import io.alchemy.error.ObjectDeletedException;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.mapping.ColumnProperty;
import io.alchemy.orm.mapping.Mapper;
import io.alchemy.schema.Column;
import io.alchemy.sql.Select;
import io.alchemy.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads columns of rows whose instances are known: what expired, what was deferred, what is to be refreshed. */
final class Reload {
  private Reload() {}

  /**
   * A column attribute was touched that is not loaded. If it has expired, so has all else that was loaded: it is read at
   * once, for the siblings that lack the same; a deferred one is read for the siblings that lack it too.
   *
   * @throws ObjectDeletedException if the row of the one touched is gone
   */
  static void touched(
      LoadingSession session,
      Mapper<?> mapper,
      InstanceState state,
      Prepared instance,
      int attribute) {
    List<InstanceState> states = new ArrayList<>();
    List<Prepared> held = new ArrayList<>();
    states.add(state);
    held.add(instance);
    List<String> missing = missing(mapper, state, attribute);
    if (state.siblings() instanceof Siblings group) {
      for (InstanceState sibling : group.states()) {
        Prepared other = sibling.instance();
        if (sibling != state
            && other != null
            && sibling.siblings() == group
            && sibling.owner() == state.owner()
            && sibling.lifecycle() == Lifecycle.PERSISTENT
            && !sibling.isModified()
            && sibling.isUnloaded(attribute)
            && missing(mapper, sibling, attribute).equals(missing)) {
          states.add(sibling);
          held.add(other);
        }
      }
    }
    columns(session, mapper, states, missing);
    if (state.isUnloaded(attribute)) {
      throw gone(mapper, state);
    }
  }

  private static List<String> missing(Mapper<?> mapper, InstanceState state, int touched) {
    List<String> missing = new ArrayList<>();
    for (ColumnProperty property : mapper.columns()) {
      int attribute = property.attribute();
      if (attribute == touched || (state.isUnloaded(attribute) && state.isExpired(attribute))) {
        missing.add(property.key());
      }
    }
    return missing;
  }

  /** Fills these columns where they are not loaded; rows that are gone are left out. */
  static void columns(
      LoadingSession session,
      Mapper<?> mapper,
      List<InstanceState> states,
      Collection<String> keys) {
    read(session, mapper, states, keys, Mode.RELOAD);
  }

  /**
   * Overwrites these attributes, all that are or were loaded if null, with what their rows hold.
   *
   * @throws ObjectDeletedException if a row is gone
   */
  static void refresh(
      LoadingSession session,
      Mapper<?> mapper,
      Collection<InstanceState> states,
      int @Nullable [] attributes) {
    Set<String> keys = new LinkedHashSet<>();
    for (ColumnProperty property : mapper.columns()) {
      if (isWanted(property.attribute(), states, attributes)) {
        keys.add(property.key());
      }
    }
    List<InstanceState> wanted = new ArrayList<>(states);
    Set<Object> found = read(session, mapper, wanted, keys, Mode.REFRESH);
    for (InstanceState state : wanted) {
      if (!found.contains(state.key())) {
        throw gone(mapper, state);
      }
    }
  }

  private static boolean isWanted(
      int attribute, Collection<InstanceState> states, int @Nullable [] attributes) {
    if (attributes != null) {
      for (int each : attributes) {
        if (each == attribute) {
          return true;
        }
      }
      return false;
    }
    for (InstanceState state : states) {
      if (!state.isUnloaded(attribute) || state.isExpired(attribute)) {
        return true;
      }
    }
    return false;
  }

  /** The keys of the rows that are there. */
  private static Set<Object> read(
      LoadingSession session,
      Mapper<?> mapper,
      List<InstanceState> states,
      Collection<String> columns,
      Mode mode) {
    List<Column<?>> key = new ArrayList<>();
    mapper.primaryKey().forEach(part -> key.add(part.column()));
    Set<Object> found = new LinkedHashSet<>();
    for (int from = 0; from < states.size(); from += Siblings.LIMIT) {
      List<Object> keys = new ArrayList<>();
      for (InstanceState state :
          states.subList(from, Math.min(states.size(), from + Siblings.LIMIT))) {
        Object value = state.key();
        if (value != null) {
          keys.add(value);
        }
      }
      if (keys.isEmpty()) {
        continue;
      }
      Select<?> select =
          KeyCondition.select(session, Sql.select(mapper.type()), mapper.table(), key, keys);
      RuledSelect ruled =
          new RuledSelect(select, List.of(LoadRules.columns(columns)), List.of(mapper));
      for (@Nullable Object[] row : EntityQuery.run(session, ruled, mode)) {
        if (row[0] instanceof Prepared instance
            && instance.alchemy$state() != null
            && instance.alchemy$state().key() != null) {
          found.add(instance.alchemy$state().key());
        }
      }
    }
    return found;
  }

  private static ObjectDeletedException gone(Mapper<?> mapper, InstanceState state) {
    return new ObjectDeletedException(mapper.type().getSimpleName()
        + " "
        + state.key()
        + " has no row any more: it was deleted by somebody else, or by a statement that this session did not see."
        + " Expunge the instance, or look it up with get(…), which gives null.");
  }
}
