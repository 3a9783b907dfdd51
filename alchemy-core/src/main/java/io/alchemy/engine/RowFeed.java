package io.alchemy.engine;

import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.JdbcCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one execution, each handed out once: from the open cursor, or from memory after they were taken in because the
 * connection was needed for something else.
 */
final class RowFeed {
  private final @Nullable JdbcCursor cursor;
  private final @Nullable RowReader<? extends @Nullable Object> reader;
  private @Nullable Deque<Held> kept;
  private boolean streaming;

  /** A row that may be null: a deque takes no nulls. */
  private record Held(@Nullable Object row) {}

  RowFeed(JdbcCursor cursor, RowReader<? extends @Nullable Object> reader) {
    this.cursor = cursor;
    this.reader = reader;
  }

  private RowFeed(Deque<Held> kept) {
    this.cursor = null;
    this.reader = null;
    this.kept = kept;
  }

  /** Rows that are in memory already. */
  static RowFeed of(List<? extends @Nullable Object> rows) {
    Deque<Held> kept = new ArrayDeque<>(rows.size());
    for (Object row : rows) {
      kept.add(new Held(row));
    }
    return new RowFeed(kept);
  }

  /** Gives the next row to {@code taker}; false at the end. */
  boolean next(Consumer<@Nullable Object> taker) {
    if (kept != null) {
      Held held = kept.poll();
      if (held == null) {
        return false;
      }
      taker.accept(held.row());
      return true;
    }
    if (cursor == null || reader == null || !cursor.next()) {
      return false;
    }
    taker.accept(cursor.read(reader));
    return true;
  }

  /** From now on the cursor stays open between statements, so that a long result is never held in memory as a whole. */
  void stream() {
    streaming = true;
  }

  /** Takes what is left into memory and closes the cursor, since the connection is needed; not if it streams. */
  void keep() {
    if (streaming || cursor == null || cursor.isClosed()) {
      return;
    }
    List<Held> rows = new ArrayList<>();
    while (next(row -> rows.add(new Held(row)))) {
      // next() adds
    }
    kept = new ArrayDeque<>(rows);
  }

  /** How many rows are in memory; -1 while the cursor is open. */
  long keptCount() {
    return kept == null ? -1 : kept.size();
  }

  /** Lets go of the rows that were not read. */
  void close() {
    if (kept != null) {
      kept.clear();
    }
    if (cursor != null) {
      cursor.close();
    }
  }
}
