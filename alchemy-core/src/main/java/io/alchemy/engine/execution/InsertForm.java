package io.alchemy.engine.execution;

import io.alchemy.compile.Capability;
import io.alchemy.dialect.Dialect;
import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One way to write an INSERT of many rows. */
final class InsertForm {
  /** On SQLite, 25 to 250 rows a statement take the same time a row, and longer ones gain nothing; each length is a text to prepare. */
  private static final int MOST_ROWS = 250;

  /** An array has no such limit; but the text of one must not grow without bounds. */
  private static final int MOST_ROWS_OF_ARRAYS = 1_000;

  private final int mostRows;
  private final IntFunction<String> sql;
  private final Binder binder;

  private interface Binder {
    Parameters of(List<@Nullable Object[]> rows);
  }

  private InsertForm(int mostRows, IntFunction<String> sql, Binder binder) {
    this.mostRows = mostRows;
    this.sql = sql;
    this.binder = binder;
  }

  /** The most rows that one statement takes. */
  int mostRows() {
    return mostRows;
  }

  /** The text for so many rows, without RETURNING. */
  String sql(int rows) {
    return sql.apply(rows);
  }

  Parameters parameters(List<@Nullable Object[]> rows) {
    return binder.of(rows);
  }

  /** {@code INSERT INTO t (a, b) VALUES (?, ?), (?, ?), …}. */
  static InsertForm values(
      TableText text,
      Dialect dialect,
      Table table,
      List<Column<?>> columns,
      List<RowInserter.Drawn> drawn) {
    StringJoiner row = new StringJoiner(", ", "(", ")");
    columns.forEach(column -> row.add(text.placeholder(column)));
    drawn.forEach(one -> row.add(one.sql()));
    String head = head(text, table, columns, drawn) + " VALUES ";
    Codec<?>[] codecs = codecs(dialect, columns);
    int byParameters = columns.isEmpty() ? MOST_ROWS : dialect.maxParameters() / columns.size();
    return new InsertForm(
        Math.max(1, Math.min(MOST_ROWS, byParameters)),
        rows -> head + (row + ", ").repeat(rows - 1) + row,
        rows -> new RowsParameters(codecs, rows));
  }

  private static String head(
      TableText text, Table table, List<Column<?>> columns, List<RowInserter.Drawn> drawn) {
    List<Column<?>> all = new ArrayList<>(columns);
    drawn.forEach(one -> all.add(one.column()));
    return "INSERT INTO " + text.name(table) + " (" + text.names(all) + ")";
  }

  private static Codec<?>[] codecs(Dialect dialect, List<Column<?>> columns) {
    return columns.stream()
        .map(column -> dialect.codec(column.type().assigned()))
        .toArray(Codec<?>[]::new);
  }

  /**
   * {@code INSERT INTO t (a, b) SELECT u.c1, u.c2 FROM unnest(?, ?) WITH ORDINALITY AS u (c1, c2, n) ORDER BY u.n}: an array for each
   * column, and one text for any number of rows. Null when a column's type cannot be the element of an array.
   */
  static @Nullable InsertForm arrays(
      TableText text,
      Dialect dialect,
      Table table,
      List<Column<?>> columns,
      List<RowInserter.Drawn> drawn) {
    if (columns.isEmpty()) {
      return null;
    }
    List<SqlType<List<@Nullable Object>>> types = new ArrayList<>();
    for (Column<?> column : columns) {
      SqlType<List<@Nullable Object>> array = arrayOf(column.type());
      if (array == null) {
        return null;
      }
      types.add(array);
    }
    StringJoiner selected = new StringJoiner(", ");
    StringJoiner arrays = new StringJoiner(", ");
    StringJoiner names = new StringJoiner(", ");
    for (int i = 0; i < types.size(); i++) {
      selected.add("u.c" + (i + 1));
      names.add("c" + (i + 1));
      arrays.add(types.get(i).placeholder(dialect, "?"));
    }
    drawn.forEach(one -> selected.add(one.sql()));
    String sql = head(text, table, columns, drawn) + " SELECT " + selected + " FROM unnest("
        + arrays + ") WITH ORDINALITY AS u (" + names + ", n) ORDER BY u.n";
    Codec<?>[] codecs = types.stream().map(dialect::codec).toArray(Codec<?>[]::new);
    return new InsertForm(
        MOST_ROWS_OF_ARRAYS, rows -> sql, rows -> new ArrayParameters(codecs, rows));
  }

  @SuppressWarnings("unchecked")
  private static @Nullable SqlType<List<@Nullable Object>> arrayOf(SqlType<?> type) {
    try {
      return (SqlType<List<@Nullable Object>>) (SqlType<?>) Types.arrayOf(type);
    } catch (ArgumentException noElement) {
      return null;
    }
  }

  /** Rows of nothing but defaults: one by one where the database has no word for it in VALUES. */
  static InsertForm defaults(TableText text, Dialect dialect, Table table) {
    Column<?> key = table.autoIncrementColumn();
    if (key == null || !dialect.can(Capability.MULTI_ROW_RETURNING)) {
      String sql = "INSERT INTO " + text.name(table) + " DEFAULT VALUES";
      return new InsertForm(1, rows -> sql, RowsOfDefaults::new);
    }
    String head = "INSERT INTO " + text.name(table) + " (" + text.name(key) + ") VALUES ";
    String row = "(" + dialect.generatedKey() + ")";
    return new InsertForm(
        MOST_ROWS, rows -> head + (row + ", ").repeat(rows - 1) + row, RowsOfDefaults::new);
  }

  /** No parameters. */
  private record RowsOfDefaults(List<@Nullable Object[]> rows) implements Parameters {
    @Override
    public void bind(java.sql.PreparedStatement statement) {}

    @Override
    public List<String> describe() {
      return List.of();
    }
  }
}
