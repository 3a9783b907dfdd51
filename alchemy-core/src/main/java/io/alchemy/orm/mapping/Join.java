package io.alchemy.orm.mapping;

import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two tables are joined by a relationship, before it has a face in a class.
 *
 * @param pairs owner columns with target columns; with a link table, owner columns with link columns
 * @param secondaryPairs link columns with target columns
 */
record Join(
    Direction direction,
    List<ColumnPair> pairs,
    @Nullable Table secondary,
    List<ColumnPair> secondaryPairs,
    @Nullable Condition criterion) {

  static Join direct(Direction direction, List<ColumnPair> pairs, @Nullable Condition criterion) {
    return new Join(direction, pairs, null, List.of(), criterion);
  }

  /** The same join seen from the other side. */
  Join mirrored() {
    return switch (direction) {
      case ONE_TO_MANY -> direct(Direction.MANY_TO_ONE, flip(pairs), criterion);
      case MANY_TO_ONE -> direct(Direction.ONE_TO_MANY, flip(pairs), criterion);
      case MANY_TO_MANY ->
        new Join(direction, flip(secondaryPairs), secondary, flip(pairs), criterion);
    };
  }

  boolean mirrors(Join other) {
    Join expected = mirrored();
    return expected.direction == other.direction
        && expected.secondary == other.secondary
        && sameSet(expected.pairs, other.pairs)
        && sameSet(expected.secondaryPairs, other.secondaryPairs);
  }

  static List<ColumnPair> flip(List<ColumnPair> pairs) {
    return pairs.stream().map(pair -> new ColumnPair(pair.far(), pair.near())).toList();
  }

  private static boolean sameSet(List<ColumnPair> one, List<ColumnPair> other) {
    return one.size() == other.size() && other.containsAll(one);
  }
}
