package io.alchemy.engine;

import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.JdbcCursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cursors of a connection that are open, each with the result that reads it, if it is not read by the session. */
final class OpenResults {
  private final Map<JdbcCursor, Optional<RowFeed>> cursors = new LinkedHashMap<>();

  /** Watches a cursor that somebody else reads, and that therefore stays open between statements. */
  JdbcCursor watch(JdbcCursor cursor) {
    add(cursor, Optional.empty());
    return cursor;
  }

  /** The rows of a cursor, for a result. */
  RowFeed feed(JdbcCursor cursor, RowReader<? extends @Nullable Object> reader) {
    RowFeed feed = new RowFeed(cursor, reader);
    add(cursor, Optional.of(feed));
    return feed;
  }

  private void add(JdbcCursor cursor, Optional<RowFeed> feed) {
    if (!cursor.isClosed()) {
      cursors.put(cursor, feed);
      cursor.onClose(() -> cursors.remove(cursor));
    }
  }

  boolean isEmpty() {
    return cursors.isEmpty();
  }

  /** Takes the rows of results that are still to be read into memory, since the next statement runs; streams stay open. */
  void keep() {
    if (!cursors.isEmpty()) {
      for (Optional<RowFeed> feed : List.copyOf(cursors.values())) {
        feed.ifPresent(RowFeed::keep);
      }
    }
  }

  /** Closes every cursor; all are closed even if closing one fails, and the first failure is given back. */
  @Nullable
  RuntimeException close(String because) {
    RuntimeException failure = null;
    for (JdbcCursor cursor : List.copyOf(cursors.keySet())) {
      try {
        cursor.close(because);
      } catch (RuntimeException error) {
        if (failure == null) {
          failure = error;
        } else {
          failure.addSuppressed(error);
        }
      }
    }
    return failure;
  }
}
