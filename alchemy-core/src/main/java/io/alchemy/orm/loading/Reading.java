package io.alchemy.orm.loading;

import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.instrument.Relationships;
import io.alchemy.orm.loading.EntityQuery.Mode;
import io.alchemy.orm.loading.EntityReader.ColumnRead;
import io.alchemy.orm.mapping.RelationshipProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one execution gathers while its rows are read: who arrived, in which groups, and the members of joined collections. */
final class Reading {
  /** The number of instances expected where nothing tells. */
  static final int SOME = 10;

  private final LoadingSession session;
  private final Mode mode;
  private final int expected;
  private final boolean keeps;
  private final Arrivals[] arrivals;

  /**
   * @param rules the rules for the instances of each reader, by its index
   * @param expected how many instances there probably are
   * @param keeps whether something is to be done with those that arrived, after the last row
   */
  Reading(LoadingSession session, List<LoadRules> rules, Mode mode, int expected, boolean keeps) {
    this.session = session;
    this.mode = mode;
    this.expected = expected;
    this.keeps = keeps;
    this.arrivals = new Arrivals[rules.size()];
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] = new Arrivals(rules.get(i), mode == Mode.LOAD, expected, keeps);
    }
  }

  LoadingSession session() {
    return session;
  }

  boolean overwrites() {
    return mode == Mode.REFRESH;
  }

  Arrivals arrivals(EntityReader reader) {
    return arrivals[reader.index()];
  }

  /** {@code member} (null: there is none) belongs to the joined collection {@code reader} of {@code instance}. */
  void gather(
      EntityReader reader, InstanceState state, Prepared instance, @Nullable Prepared member) {
    Map<InstanceState, Members> collections = arrivals(reader).collections();
    Members members = collections.get(state);
    if (members == null) {
      RelationshipProperty relationship = reader.via();
      boolean wanted = relationship != null && state.isUnloaded(relationship.attribute());
      members = new Members(instance, wanted);
      collections.put(state, members);
    }
    if (member != null && members.wanted) {
      members.gathered.add(member, true);
    }
  }

  /** Ends a batch of rows: fills the joined collections. */
  void fillCollections(EntityReader reader) {
    RelationshipProperty relationship = reader.via();
    if (relationship == null) {
      return;
    }
    Map<InstanceState, Members> collections = arrivals(reader).collections;
    if (collections == null) {
      return;
    }
    collections.forEach((state, members) -> {
      if (members.wanted && state.isUnloaded(relationship.attribute())) {
        Relationships.loaded(state, members.owner, relationship.end(), members.gathered.members());
      }
    });
    collections.clear();
  }

  /** Forgets who arrived; of those to come it is known who is fresh, since a stream lets go of them. */
  void nextChunk() {
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] = new Arrivals(arrivals[i].rules, mode == Mode.LOAD, expected, keeps);
      arrivals[i].fresh = new ArrayList<>(expected);
    }
  }

  /** The members of one collection, if it is to be filled. */
  private static final class Members {
    final Prepared owner;
    final boolean wanted;
    final Gathered gathered = new Gathered();

    Members(Prepared owner, boolean wanted) {
      this.owner = owner;
      this.wanted = wanted;
    }
  }

  /** The instances that one reader has met. */
  static final class Arrivals {
    private final LoadRules rules;
    private final boolean groups;
    private final int expected;
    private final @Nullable List<Prepared> instances;
    private @Nullable Map<InstanceState, Members> collections;
    private @Nullable List<InstanceState> fresh;
    private @Nullable Object result;
    private @Nullable Siblings group;
    private int knownPosition;
    private @Nullable Object knownValue;
    private @Nullable Object lastKey;
    private @Nullable InstanceState lastState;

    Arrivals(LoadRules rules, boolean groups, int expected, boolean keeps) {
      this.rules = rules;
      this.groups = groups;
      this.expected = expected;
      this.instances = keeps ? new ArrayList<>(expected) : null;
    }

    private Map<InstanceState, Members> collections() {
      if (collections == null) {
        collections = new IdentityHashMap<>();
      }
      return collections;
    }

    LoadRules rules() {
      return rules;
    }

    /** The state of the row before, if this row's key is the same. */
    @Nullable
    InstanceState last(Object key) {
      return key.equals(lastKey) ? lastState : null;
    }

    /**
     * Takes an instance in; it belongs to the group of the newest result that it was in.
     *
     * @return whether it was met for the first time
     */
    boolean add(Object key, InstanceState state, Prepared instance, boolean isFresh) {
      lastKey = key;
      lastState = state;
      if (groups) {
        if (result != null && state.siblings() instanceof Siblings known && known.isOf(result)) {
          return false;
        }
        group().add(state);
      }
      if (instances != null) {
        instances.add(instance);
      }
      if (isFresh && fresh != null) {
        fresh.add(state);
      }
      return true;
    }

    private Siblings group() {
      Siblings open = group;
      if (result == null) {
        result = new Object();
      }
      if (open == null || open.isFull()) {
        group = open = new Siblings(result, rules, open == null ? expected : Siblings.LIMIT);
      }
      return open;
    }

    /** What this row has in a column. */
    void known(int position, @Nullable Object value) {
      knownPosition = position;
      knownValue = value;
    }

    @Nullable
    Object value(ColumnRead column, ResultSet row) throws SQLException {
      return column.position() == knownPosition ? knownValue : column.read(row);
    }

    /** Those that arrived, in order, if they are kept; they are held as long as this is. */
    List<Prepared> instances() {
      return instances == null ? List.of() : instances;
    }

    /** Those that no session knew before, if they are to be let go of. */
    List<InstanceState> fresh() {
      return fresh == null ? List.of() : fresh;
    }
  }
}
