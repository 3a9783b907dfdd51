package io.alchemy.orm.unitofwork;

import io.alchemy.orm.instrument.History;
import io.alchemy.orm.instrument.InstanceState;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.orm.instrument.Prepared;
import io.alchemy.orm.mapping.RelationshipProperty;
import io.alchemy.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of link tables. A pair is written once, whether one side was edited or both; a deleted instance leaves every
 * link table that could know it, whichever side was mapped.
 */
final class Links {
  /** Two linked instances in one link table, the same from both sides. */
  private record Pair(Map<Column<?>, InstanceState> ends) {}

  private final FlushScope scope;
  private final Set<Pair> linked = new HashSet<>();
  private final Set<Pair> unlinked = new HashSet<>();

  Links(FlushScope scope) {
    this.scope = scope;
  }

  /** The many-to-many relationships of an instance that stays. */
  void follow(InstanceState state) {
    Prepared instance = scope.instance(state);
    for (RelationshipProperty relationship : scope.layout(state).links()) {
      History history = Changes.history(state, instance, relationship);
      if (!history.hasChanges()) {
        continue;
      }
      for (Object member : history.added()) {
        InstanceState other = scope.member(state, relationship, member);
        if (other != null && linked.add(pair(state, other, relationship))) {
          link(state, other, relationship);
        }
      }
      for (Object member : history.removed()) {
        InstanceState other = Instances.stateOrNull(member);
        if (other != null
            && scope.stays(other)
            && state.lifecycle() == Lifecycle.PERSISTENT
            && other.lifecycle() == Lifecycle.PERSISTENT
            && unlinked.add(pair(state, other, relationship))) {
          unlink(state, other, relationship);
        }
      }
    }
  }

  private Pair pair(InstanceState owner, InstanceState target, RelationshipProperty relationship) {
    Map<Column<?>, InstanceState> ends = new HashMap<>();
    relationship.pairs().forEach(pair -> ends.put(pair.far(), owner));
    relationship.secondaryPairs().forEach(pair -> ends.put(pair.near(), target));
    return new Pair(ends);
  }

  private void link(InstanceState owner, InstanceState target, RelationshipProperty relationship) {
    LinkSide near = LinkSide.ofOwner(relationship, scope.schema()::layout);
    LinkSide far = LinkSide.ofTarget(relationship, scope.schema()::layout);
    RowChange row = RowChange.insert(near.table(), null);
    set(row, near, owner);
    set(row, far, target);
    scope.others().add(row);
  }

  private void set(RowChange row, LinkSide side, InstanceState end) {
    int[] positions = side.positions();
    for (int i = 0; i < positions.length; i++) {
      row.value(positions[i], scope.value(end, side.referred().get(i)));
    }
  }

  private void unlink(
      InstanceState owner, InstanceState target, RelationshipProperty relationship) {
    LinkSide near = LinkSide.ofOwner(relationship, scope.schema()::layout);
    LinkSide far = LinkSide.ofTarget(relationship, scope.schema()::layout);
    List<Column<?>> columns = new ArrayList<>(near.columns());
    columns.addAll(far.columns());
    List<@Nullable Object> values = new ArrayList<>(stored(owner, near));
    values.addAll(stored(target, far));
    delete(near.table(), columns, values);
  }

  private List<@Nullable Object> stored(InstanceState state, LinkSide side) {
    List<@Nullable Object> values = new ArrayList<>();
    TableLayout table = scope.layout(state).table();
    for (Column<?> column : side.referred()) {
      values.add(scope.stored(state, table.position(column)));
    }
    return values;
  }

  private void delete(TableLayout table, List<Column<?>> columns, List<@Nullable Object> values) {
    RowChange row = RowChange.delete(table, null, table.positions(columns), values.toArray());
    row.phase(RowChange.Phase.UNLINK);
    row.notExpected();
    scope.others().add(row);
  }

  /** The link rows of an instance whose key changes, where the database does not change them by itself. */
  void renamed(InstanceState state) {
    RowChange row = FlushScope.planned(state);
    if (row == null || row.kind() != RowChange.Kind.UPDATE || row.replaced() != null) {
      return;
    }
    for (LinkSide side : scope.layout(state).linkSides()) {
      boolean changes =
          side.referred().stream().anyMatch(key -> row.isSet(row.table().position(key)));
      if (changes && !side.table().follows(side.positions())) {
        RowChange links = RowChange.update(
            side.table(), null, side.positions(), stored(state, side).toArray());
        set(links, side, state);
        links.notExpected();
        scope.others().add(links);
      }
    }
  }

  /** All link rows of an instance that is deleted, by its key alone: what is in them need not be loaded. */
  void deleted(InstanceState state) {
    for (LinkSide side : scope.layout(state).linkSides()) {
      if (!side.passive() && !isKnownEmpty(state, side.collection())) {
        delete(side.table(), side.columns(), stored(state, side));
      }
    }
  }

  private boolean isKnownEmpty(InstanceState state, @Nullable RelationshipProperty collection) {
    return collection != null
        && !state.isUnloaded(collection.attribute())
        && !state.isModified(collection.attribute())
        && Instances.members(scope.instance(state).alchemy$get(collection.attribute()))
            .isEmpty();
  }
}
