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
  private static final Comparator<RowChange> BY_PHASE = Comparator.comparing(RowChange::phase);

  private Order() {}

  static List<Batch> of(FlushScope scope, List<RowChange> rows) {
    List<RowChange> all = new ArrayList<>(rows);
    new UniqueKeys(scope, all).order();
    new Circles(scope, all).order();
    FlushSchema schema = scope.schema();
    Comparator<RowChange> byTable = (one, other) -> {
      int order = Integer.compare(
          schema.rank(one.table().table()), schema.rank(other.table().table()));
      return isDelete(one) ? -order : order;
    };
    all.sort(BY_PHASE
        .thenComparing(Order::isDelete)
        .thenComparing(byTable)
        .thenComparingInt(RowChange::level)
        .thenComparing(row -> row.table().name())
        .thenComparing(RowChange::kind));
    return batches(schema, all);
  }

  /** In the phase that makes room, rows are cut from their parents before those are deleted. */
  private static boolean isDelete(RowChange row) {
    return row.kind() == RowChange.Kind.DELETE;
  }

  private static List<Batch> batches(FlushSchema schema, List<RowChange> sorted) {
    Map<List<Object>, Batch> batches = new LinkedHashMap<>();
    for (RowChange row : sorted) {
      Batch.Shape shape = Batch.Shape.of(row);
      List<Object> key = List.of(row.phase(), schema.rank(row.table().table()), row.level(), shape);
      batches.computeIfAbsent(key, k -> new Batch(shape)).rows().add(row);
    }
    return new ArrayList<>(batches.values());
  }
}
