package io.alchemy.engine;

import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.JdbcCursor;
import io.alchemy.error.ResultClosedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one execution, each handed out once: from the open cursor, or from memory after they were taken in because the
 * connection was needed for something else.
 */
final class RowFeed {
  private final OpenResults open;
  private final @Nullable RowReader<? extends @Nullable Object> reader;
  private @Nullable JdbcCursor cursor;
  private @Nullable Deque<Held> kept;
  private boolean streaming;
  private @Nullable String closedBecause;

  /** A row that may be null: a deque takes no nulls. */
  private record Held(@Nullable Object row) {}

  RowFeed(OpenResults open, JdbcCursor cursor, RowReader<? extends @Nullable Object> reader) {
    this.open = open;
    this.cursor = cursor;
    this.reader = reader;
    open.add(this);
  }

  /** Rows that are in memory already. */
  RowFeed(OpenResults open, List<? extends @Nullable Object> rows) {
    this.open = open;
    this.reader = null;
    this.kept = new ArrayDeque<>(rows.size());
    for (Object row : rows) {
      kept.add(new Held(row));
    }
  }

  /** Gives the next row to {@code taker}; false at the end. */
  boolean next(java.util.function.Consumer<@Nullable Object> taker) {
    if (closedBecause != null) {
      throw new ResultClosedException(closedBecause);
    }
    if (kept != null) {
      Held held = kept.poll();
      if (held != null) {
        taker.accept(held.row());
        return true;
      }
      return false;
    }
    JdbcCursor reading = cursor;
    if (reading == null || reader == null) {
      return false;
    }
    if (!reading.next()) {
      ended();
      return false;
    }
    Object row;
    try {
      row = reading.read(reader);
    } finally {
      if (reading.isClosed()) {
        ended();
      }
    }
    taker.accept(row);
    return true;
  }

  /** All that is left. */
  List<@Nullable Object> rest() {
    List<@Nullable Object> rows = new ArrayList<>();
    while (next(rows::add)) {
      // next() adds
    }
    return rows;
  }

  /** From now on the cursor stays open between statements, so that a long result is never held in memory as a whole. */
  void stream() {
    streaming = true;
  }

  boolean isStreaming() {
    return streaming && cursor != null;
  }

  /** Takes what is left into memory and closes the cursor, since the connection is needed. */
  void keep() {
    JdbcCursor reading = cursor;
    if (reading == null || streaming) {
      return;
    }
    Deque<Held> rows = new ArrayDeque<>();
    while (next(row -> rows.add(new Held(row)))) {
      // next() adds
    }
    kept = rows;
  }

  /** How many rows are in memory; -1 while the cursor is open. */
  long keptCount() {
    return kept == null ? -1 : kept.size();
  }

  private void ended() {
    cursor = null;
    open.remove(this);
  }

  void close() {
    JdbcCursor reading = cursor;
    kept = null;
    if (reading != null) {
      ended();
      reading.close();
    }
  }

  /** Closes the cursor, if one is open, for a reason that whoever reads on is told. Rows in memory stay readable. */
  void close(String because) {
    if (cursor != null) {
      closedBecause = because;
      close();
    }
  }
}
