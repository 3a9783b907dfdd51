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

/** Updates and deletes rows by key, those of one shape as one batch. */
public final class RowWriter {
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
    List<Integer> plain = new ArrayList<>();
    long[] counts = new long[work.rows().size()];
    for (int i = 0; i < counts.length; i++) {
      if (ComputedRows.isComputed(work.rows().get(i))) {
        counts[i] = computed.update(work, work.rows().get(i));
      } else {
        plain.add(i);
      }
    }
    String head = "UPDATE " + text.name(work.table()) + " SET " + settings(work.set()) + " WHERE ";
    write(head, work.set(), work.where(), work.rows(), plain, counts);
    return counts;
  }

  public long[] delete(DeleteRows work) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < work.rows().size(); i++) {
      all.add(i);
    }
    long[] counts = new long[all.size()];
    String head = "DELETE FROM " + text.name(work.table()) + " WHERE ";
    write(head, List.of(), work.where(), work.rows(), all, counts);
    return counts;
  }

  private String settings(List<Column<?>> set) {
    StringJoiner settings = new StringJoiner(", ");
    set.forEach(column -> settings.add(text.name(column) + " = " + text.placeholder(column)));
    return settings.toString();
  }

  /** A null in the key is IS NULL: rows with nulls in other places are other statements. */
  private void write(
      String head,
      List<Column<?>> set,
      List<Column<?>> where,
      List<@Nullable Object[]> rows,
      List<Integer> which,
      long[] counts) {
    Map<BitSet, List<Integer>> byNulls = new LinkedHashMap<>();
    for (int row : which) {
      BitSet nulls = new BitSet();
      for (int i = 0; i < where.size(); i++) {
        nulls.set(i, rows.get(row)[set.size() + i] == null);
      }
      byNulls.computeIfAbsent(nulls, key -> new ArrayList<>()).add(row);
    }
    byNulls.forEach((nulls, group) -> {
      List<Column<?>> bound = new ArrayList<>(set);
      for (int i = 0; i < where.size(); i++) {
        if (!nulls.get(i)) {
          bound.add(where.get(i));
        }
      }
      Codec<?>[] codecs = codecs(bound);
      List<BoundParameters> batch = new ArrayList<>(group.size());
      for (int row : group) {
        batch.add(
            new BoundParameters(codecs, values(rows.get(row), set.size(), where.size(), nulls)));
      }
      long[] touched = run(head + conditions(where, nulls), batch);
      for (int i = 0; i < touched.length; i++) {
        counts[group.get(i)] = touched[i];
      }
    });
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
    if (nulls.isEmpty()) {
      return row;
    }
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
