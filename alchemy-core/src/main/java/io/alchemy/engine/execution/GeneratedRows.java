package io.alchemy.engine.execution;

import io.alchemy.compile.RowReader;
import io.alchemy.error.FlushException;
import io.alchemy.schema.Table;
import io.alchemy.types.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that the database gives back for those that were inserted. */
final class GeneratedRows {
  private GeneratedRows() {}

  /**
   * All rows of {@code cursor}, which is at its end and closed then.
   *
   * @param expected how many there will be
   */
  static List<@Nullable Object[]> read(JdbcCursor cursor, Codec<?>[] codecs, int expected) {
    RowReader<@Nullable Object[]> reader = row -> {
      @Nullable Object[] values = new @Nullable Object[codecs.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = codecs[i].get(row, i + 1);
      }
      return values;
    };
    List<@Nullable Object[]> rows = new ArrayList<>(expected);
    while (cursor.next()) {
      rows.add(cursor.read(reader));
    }
    return rows;
  }

  static List<@Nullable Object[]> requireCount(
      Table table, List<@Nullable Object[]> rows, int expected) {
    if (rows.size() != expected) {
      throw new FlushException("inserting "
          + expected
          + (expected == 1 ? " row" : " rows")
          + " into "
          + table
          + " gave "
          + rows.size()
          + " back; a trigger or rule of the table keeps some away, so it cannot be said which row is which."
          + " Roll back, and insert into this table with statements of your own");
    }
    return rows;
  }
}
