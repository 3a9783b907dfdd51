package io.alchemy.benchmarks.stack;

import io.alchemy.benchmarks.wiki.WikiPage;
import io.alchemy.benchmarks.wiki.WikiTag;
import org.jspecify.annotations.Nullable;

/** A stack whose sessions remember what they loaded, so that queries have a price that grows with it; and raw JDBC, where they have none. */
public interface Remembering {
  /** Opens a session and loads pages into it. Both ends of the range are included; it may be empty. */
  LoadedSession load(int first, int last) throws Exception;

  /** A session in a transaction, and what it holds. Closing it ends both. */
  interface LoadedSession extends AutoCloseable {
    /** A page, asked of the database by a query. */
    @Nullable
    WikiPage queryPage(int id) throws Exception;

    /** A tag, asked of the database by a query. */
    @Nullable
    WikiTag queryTag(int id) throws Exception;

    /** Writes what was changed, which is nothing. */
    void flush() throws Exception;
  }
}
