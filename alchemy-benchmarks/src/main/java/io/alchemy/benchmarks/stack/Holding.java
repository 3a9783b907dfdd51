package io.alchemy.benchmarks.stack;

import java.sql.SQLException;

/** A stack whose sessions are measured by the room they take, and by what writing a few changes takes; and raw JDBC, which has none. */
public interface Holding extends Remembering {
  @Override
  ChangingSession load(int first, int last) throws Exception;

  /** Opens a session and loads comments into it, and keeps both until it is closed. Both ends of the range are included. */
  AutoCloseable loadComments(int first, int last) throws Exception;

  /** A session in a transaction that is rolled back. */
  interface ChangingSession extends LoadedSession {
    /** Gives the first {@code count} pages another title, which {@link #flush} writes. */
    void renameFirst(int count, String title) throws Exception;

    @Override
    void close() throws SQLException;
  }
}
