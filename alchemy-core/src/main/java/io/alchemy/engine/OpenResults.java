package io.alchemy.engine;

import io.alchemy.compile.RowReader;
import io.alchemy.engine.execution.JdbcCursor;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of a connection that are open, each with the result that reads it, if it is not read by the session. There is
 * seldom more than one, so they are a chain: a map was a third of what a connection allocated for its first statement.
 */
final class OpenResults implements JdbcCursor.Watcher {
  private @Nullable Open first;

  /** An open cursor. One that has left the chain still leads to those after it. */
  private static final class Open {
    final JdbcCursor cursor;
    final @Nullable RowFeed feed;

    @Nullable
    Open next;

    Open(JdbcCursor cursor, @Nullable RowFeed feed) {
      this.cursor = cursor;
      this.feed = feed;
    }
  }

  /** Watches a cursor that somebody else reads, and that therefore stays open between statements. */
  JdbcCursor watch(JdbcCursor cursor) {
    add(cursor, null);
    return cursor;
  }

  /** The rows of a cursor, for a result. */
  RowFeed feed(JdbcCursor cursor, RowReader<? extends @Nullable Object> reader) {
    RowFeed feed = new RowFeed(cursor, reader);
    add(cursor, feed);
    return feed;
  }

  private void add(JdbcCursor cursor, @Nullable RowFeed feed) {
    if (cursor.isClosed()) {
      return;
    }
    Open added = new Open(cursor, feed);
    Open last = first;
    if (last == null) {
      first = added;
    } else {
      while (last.next != null) {
        last = last.next;
      }
      last.next = added;
    }
    cursor.watch(this);
  }

  @Override
  public void closed(JdbcCursor cursor) {
    Open before = null;
    for (Open open = first; open != null; open = open.next) {
      if (open.cursor == cursor) {
        if (before == null) {
          first = open.next;
        } else {
          before.next = open.next;
        }
        return;
      }
      before = open;
    }
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Takes the rows of results that are still to be read into memory, since the next statement runs; streams stay open. */
  void keep() {
    for (Open open = first; open != null; open = open.next) {
      if (open.feed != null) {
        open.feed.keep();
      }
    }
  }

  /** Closes every cursor; all are closed even if closing one fails, and the first failure is given back. */
  @Nullable
  RuntimeException close(String because) {
    RuntimeException failure = null;
    for (Open open = first; open != null; open = open.next) {
      try {
        open.cursor.close(because);
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
