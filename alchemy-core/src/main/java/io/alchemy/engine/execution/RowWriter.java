package io.alchemy.engine.execution;

import io.alchemy.dialect.Dialect;
import io.alchemy.schema.Column;
import io.alchemy.types.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Updates and deletes rows by key, those of one shape as one batch. Rows are sorted into shapes only if one has a null in its key or
 * a computed value, for sorting took 130 bytes a row.
 */
public final class RowWriter {
  private static final BitSet NO_NULLS = new BitSet();

  private final StatementRunner runner;
  private final Dialect dialect;
  private final TableText text;
  private final ComputedRows computed;

  public RowWriter(StatementRunner runner, Dialect dialect, ComputedRows computed) {
    this.runner = runner;
    this.dialect = dialect;
    this.text = new TableText(dialect);
    this.computed = computed;
  }

  /** For each row the count of rows touched, or -1 where the driver does not say. */
  public long[] update(UpdateRows work) {
    List<@Nullable Object[]> rows = work.rows();
    String head = "UPDATE " + text.name(work.table()) + " SET " + settings(work.set()) + " WHERE ";
    if (!ComputedRows.isAnyComputed(rows)) {
      return write(head, work.set(), work.where(), rows);
    }
    long[] counts = new long[rows.size()];
    List<Integer> places = new ArrayList<>();
    List<@Nullable Object[]> plain = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (ComputedRows.isComputed(rows.get(i))) {
        counts[i] = computed.update(work, rows.get(i));
      } else {
        places.add(i);
        plain.add(rows.get(i));
      }
    }
    scatter(write(head, work.set(), work.where(), plain), places, counts);
    return counts;
  }

  public long[] delete(DeleteRows work) {
    String head = "DELETE FROM " + text.name(work.table()) + " WHERE ";
    return write(head, List.of(), work.where(), work.rows());
  }

  private String settings(List<Column<?>> set) {
    StringJoiner settings = new StringJoiner(", ");
    set.forEach(column -> settings.add(text.name(column) + " = " + text.placeholder(column)));
    return settings.toString();
  }

  /** A null in the key is IS NULL: rows with nulls in other places are other statements. */
  private long[] write(
      String head, List<Column<?>> set, List<Column<?>> where, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return new long[0];
    }
    if (!hasNull(rows, set.size())) {
      return write(head, set, where, NO_NULLS, rows);
    }
    long[] counts = new long[rows.size()];
    Map<BitSet, List<Integer>> byNulls = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      BitSet nulls = new BitSet();
      for (int j = 0; j < where.size(); j++) {
        nulls.set(j, rows.get(i)[set.size() + j] == null);
      }
      byNulls.computeIfAbsent(nulls, key -> new ArrayList<>()).add(i);
    }
    byNulls.forEach((nulls, places) -> {
      List<@Nullable Object[]> group = new ArrayList<>(places.size());
      for (int place : places) {
        group.add(values(rows.get(place), set.size(), where.size(), nulls));
      }
      scatter(write(head, set, where, nulls, group), places, counts);
    });
    return counts;
  }

  private static boolean hasNull(List<@Nullable Object[]> rows, int from) {
    for (@Nullable Object[] row : rows) {
      for (int i = from; i < row.length; i++) {
        if (row[i] == null) {
          return true;
        }
      }
    }
    return false;
  }

  private static void scatter(long[] touched, List<Integer> places, long[] counts) {
    for (int i = 0; i < touched.length; i++) {
      counts[places.get(i)] = touched[i];
    }
  }

  /** Writes rows that have {@code nulls}, and no values for them. */
  private long[] write(
      String head,
      List<Column<?>> set,
      List<Column<?>> where,
      BitSet nulls,
      List<@Nullable Object[]> rows) {
    List<Column<?>> bound = new ArrayList<>(set);
    for (int i = 0; i < where.size(); i++) {
      if (!nulls.get(i)) {
        bound.add(where.get(i));
      }
    }
    Codec<?>[] codecs = codecs(bound);
    List<BoundParameters> batch = new ArrayList<>(rows.size());
    for (@Nullable Object[] row : rows) {
      batch.add(new BoundParameters(codecs, row));
    }
    return run(head + conditions(where, nulls), batch);
  }

  private Codec<?>[] codecs(List<Column<?>> columns) {
    return columns.stream()
        .map(column -> dialect.codec(column.type().assigned()))
        .toArray(Codec<?>[]::new);
  }

  private String conditions(List<Column<?>> where, BitSet nulls) {
    StringJoiner conditions = new StringJoiner(" AND ");
    for (int i = 0; i < where.size(); i++) {
      Column<?> column = where.get(i);
      conditions.add(
          text.name(column) + (nulls.get(i) ? " IS NULL" : " = " + text.placeholder(column)));
    }
    return conditions.toString();
  }

  private static @Nullable Object[] values(
      @Nullable Object[] row, int set, int where, BitSet nulls) {
    @Nullable Object[] values = Arrays.copyOf(row, set + where - nulls.cardinality());
    int next = set;
    for (int i = 0; i < where; i++) {
      if (!nulls.get(i)) {
        values[next++] = row[set + i];
      }
    }
    return values;
  }

  private long[] run(String sql, List<BoundParameters> batch) {
    StatementCall call = new StatementCall(sql, batch.get(0), Effect.WRITES, true, 0);
    return batch.size() == 1 ? new long[] {runner.update(call)} : runner.batch(call, batch);
  }
}
