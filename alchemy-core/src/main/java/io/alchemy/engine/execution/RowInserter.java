package io.alchemy.engine.execution;

import io.alchemy.compile.Capability;
import io.alchemy.dialect.Dialect;
import io.alchemy.error.FlushException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Sequence;
import io.alchemy.schema.Table;
import io.alchemy.types.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows in few statements, and gives back what the database made for each, in the order of the rows.
 *
 * <p>No database promises that {@code RETURNING} keeps the order of the rows, so {@link RowMatcher} checks it.
 */
public final class RowInserter {
  private final StatementRunner runner;
  private final Dialect dialect;
  private final TableText text;
  private final ComputedRows computed;

  public RowInserter(StatementRunner runner, Dialect dialect, ComputedRows computed) {
    this.runner = runner;
    this.dialect = dialect;
    this.text = new TableText(dialect);
    this.computed = computed;
  }

  /** For each row the values of the columns to be returned; empty when there are none. */
  public List<@Nullable Object[]> insert(InsertRows work) {
    if (!work.returned().isEmpty() && !dialect.can(Capability.RETURNING)) {
      throw new InvalidRequestException(dialect.name() + " has no RETURNING, so " + work.table()
          + " needs keys that the program gives");
    }
    List<@Nullable Object[]> made = new ArrayList<>(work.rows().size());
    if (ComputedRows.isAnyComputed(work.rows())) {
      insertMixed(work, made);
    } else {
      insertPlain(work, work.rows(), made);
    }
    return work.returned().isEmpty() ? List.of() : made;
  }

  private void insertMixed(InsertRows work, List<@Nullable Object[]> made) {
    List<@Nullable Object[]> plain = new ArrayList<>(work.rows().size());
    for (@Nullable Object[] row : work.rows()) {
      if (ComputedRows.isComputed(row)) {
        insertPlain(work, plain, made);
        plain = new ArrayList<>(); // the events of the statements may still read the others
        made.add(computed.insert(work, row));
      } else {
        plain.add(row);
      }
    }
    insertPlain(work, plain, made);
  }

  private void insertPlain(
      InsertRows work, List<@Nullable Object[]> rows, List<@Nullable Object[]> made) {
    if (rows.isEmpty()) {
      return;
    }
    InsertForm form = form(work, rows.size());
    Chunks chunks = new Chunks(work, form);
    for (int from = 0; from < rows.size(); from += form.mostRows()) {
      int to = Math.min(rows.size(), from + form.mostRows());
      made.addAll(chunks.insert(rows.subList(from, to)));
    }
  }

  private InsertForm form(InsertRows work, int count) {
    List<Drawn> drawn = drawn(work);
    if (work.columns().isEmpty() && drawn.isEmpty()) {
      return InsertForm.defaults(text, dialect, work.table());
    }
    if (count > 1 && dialect.can(Capability.UNNEST_INSERT)) {
      InsertForm arrays = InsertForm.arrays(text, dialect, work.table(), work.columns(), drawn);
      if (arrays != null) {
        return arrays;
      }
    }
    return InsertForm.values(text, dialect, work.table(), work.columns(), drawn);
  }

  /** A column whose value the statement draws from a sequence. */
  record Drawn(Column<?> column, String sql) {}

  private List<Drawn> drawn(InsertRows work) {
    List<Drawn> drawn = new ArrayList<>();
    if (dialect.can(Capability.SEQUENCES)) {
      for (Column<?> column : work.table().columns()) {
        Sequence sequence = column.drawsFrom();
        if (sequence != null && !work.columns().contains(column)) {
          drawn.add(new Drawn(column, dialect.nextValue(sequence.name())));
        }
      }
    }
    return drawn;
  }

  /** The statements of one call. All but the last have as many rows, so they share a text. */
  private final class Chunks {
    private final InsertRows work;
    private final InsertForm form;
    private String sql = "";
    private int rowsOfSql;

    Chunks(InsertRows work, InsertForm form) {
      this.work = work;
      this.form = form;
    }

    List<@Nullable Object[]> insert(List<@Nullable Object[]> rows) {
      Table table = work.table();
      if (work.returned().isEmpty()) {
        long count = runner.update(call(rows, List.of()));
        if (count >= 0 && count != rows.size()) {
          throw new FlushException("inserting " + rows.size() + " rows into " + table + " inserted "
              + count + "; a trigger or rule of the table keeps some away");
        }
        return List.of();
      }
      if (rows.size() == 1) {
        return given(rows, work.returned());
      }
      RowMatcher matcher = new RowMatcher(RowInserter.this, work);
      return matcher.inOrder(rows, given(rows, matcher.columns()));
    }

    private List<@Nullable Object[]> given(
        List<@Nullable Object[]> rows, List<Column<?>> returned) {
      return GeneratedRows.requireCount(
          work.table(), query(call(rows, returned), returned, rows.size()), rows.size());
    }

    private StatementCall call(List<@Nullable Object[]> rows, List<Column<?>> returned) {
      if (rowsOfSql != rows.size()) {
        sql = text.returning(form.sql(rows.size()), returned);
        rowsOfSql = rows.size();
      }
      return new StatementCall(sql, form.parameters(rows), Effect.WRITES, true, 0);
    }
  }

  private List<@Nullable Object[]> query(
      StatementCall call, List<Column<?>> columns, int expected) {
    try (JdbcCursor cursor = runner.query(call)) {
      return GeneratedRows.read(cursor, codecs(columns), expected);
    }
  }

  private Codec<?>[] codecs(List<Column<?>> columns) {
    return columns.stream().map(column -> dialect.codec(column.type())).toArray(Codec<?>[]::new);
  }

  /** Reads {@code columns} of the rows with these keys, each row starting with its key. */
  List<@Nullable Object[]> readBack(
      Table table, Column<?> key, List<@Nullable Object> keys, List<Column<?>> columns) {
    List<Column<?>> read = new ArrayList<>();
    read.add(key);
    read.addAll(columns);
    String marker = text.placeholder(key);
    String markers = (marker + ", ").repeat(keys.size() - 1) + marker;
    String sql = "SELECT " + text.names(read) + " FROM " + text.name(table) + " WHERE "
        + text.name(key) + " IN (" + markers + ")";
    List<@Nullable Object[]> rows = new ArrayList<>();
    keys.forEach(one -> rows.add(new @Nullable Object[] {one}));
    return query(
        new StatementCall(
            sql, new RowsParameters(codecs(List.of(key)), rows), Effect.READS, false, 0),
        read,
        keys.size());
  }
}
