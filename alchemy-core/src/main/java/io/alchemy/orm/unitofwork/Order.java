package io.alchemy.orm.unitofwork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a flush: link rows go first, then what makes room for unique values; tables are saved parents first, and
 * deleted children first. Within that, rows of one shape are one batch.
 */
final class Order {
  private static final Comparator<RowChange> WRITING = Order::compare;

  private Order() {}

  /** @param all the rows, in a list of the caller's that is sorted, and to which second updates are added */
  static List<Batch> of(FlushScope scope, List<RowChange> all) {
    new UniqueKeys(scope, all).order();
    new Circles(scope, all).order();
    all.sort(WRITING);
    return batches(all);
  }

  private static int compare(RowChange one, RowChange other) {
    if (one.phase() != other.phase()) {
      return one.phase().compareTo(other.phase());
    }
    if (isDelete(one) != isDelete(other)) {
      return isDelete(one) ? 1 : -1;
    }
    if (one.table() != other.table()) {
      int byTable = Integer.compare(one.table().rank(), other.table().rank());
      if (byTable != 0) {
        return isDelete(one) ? -byTable : byTable;
      }
    }
    if (one.level() != other.level()) {
      return Integer.compare(one.level(), other.level());
    }
    if (one.table() != other.table()) {
      return one.table().name().compareTo(other.table().name());
    }
    return one.kind().compareTo(other.kind());
  }

  /** In the phase that makes room, rows are cut from their parents before those are deleted. */
  private static boolean isDelete(RowChange row) {
    return row.kind() == RowChange.Kind.DELETE;
  }

  /** What makes rows one batch. */
  private record Key(RowChange.Phase phase, int rank, int level, Batch.Shape shape) {
    static Key of(RowChange row) {
      return new Key(row.phase(), row.table().rank(), row.level(), Batch.Shape.of(row));
    }

    boolean isOf(RowChange row) {
      return row.phase() == phase
          && row.table().rank() == rank
          && row.level() == level
          && shape.isOf(row);
    }
  }

  /** Mostly rows are like those before them, which is seen without making a key of each. */
  private static List<Batch> batches(List<RowChange> sorted) {
    Map<Key, Batch> batches = new LinkedHashMap<>();
    int to;
    for (int from = 0; from < sorted.size(); from = to) {
      Key key = Key.of(sorted.get(from));
      to = from + 1;
      while (to < sorted.size() && key.isOf(sorted.get(to))) {
        to++;
      }
      batches
          .computeIfAbsent(key, one -> new Batch(one.shape))
          .rows()
          .addAll(sorted.subList(from, to));
    }
    return new ArrayList<>(batches.values());
  }
}
