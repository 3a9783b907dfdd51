package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Remembering;
import io.alchemy.benchmarks.stack.Remembering.LoadedSession;
import io.alchemy.benchmarks.wiki.Seed;
import org.jspecify.annotations.Nullable;

/**
 * W10: what a session that holds many objects costs. Loading them is not timed.
 *
 * <p>What a query pays for autoflush is the difference between W10o and W10e.
 */
final class QueriesWhileLoaded implements Operation {
  /** What is done while the objects are held. */
  enum Work {
    /** On the table that they were loaded from. */
    QUERY_SAME_TABLE,
    QUERY_OTHER_TABLE,
    /** With nothing changed. */
    FLUSH
  }

  private static final int QUERIES = 100;
  private static final int PAGE_STRIDE = 97;

  private final Remembering stack;
  private final int loaded;
  private final Work work;
  private @Nullable LoadedSession session;

  QueriesWhileLoaded(Remembering stack, int loaded, Work work) {
    this.stack = stack;
    this.loaded = loaded;
    this.work = work;
  }

  @Override
  public void prepare(int turn) throws Exception {
    PageRange range = loaded == 0 ? PageRange.NONE : PageRange.of(loaded, turn);
    session = stack.load(range.first(), range.last());
  }

  private LoadedSession session() {
    if (session == null) {
      throw new IllegalStateException("nothing was loaded");
    }
    return session;
  }

  private static int pageKey(int turn, int query) {
    return 1 + (turn * QUERIES + query) * PAGE_STRIDE % Seed.PAGES;
  }

  private static int tagKey(int turn, int query) {
    return 1 + (turn + query) % Seed.TAGS;
  }

  @Override
  public int run(int turn) throws Exception {
    LoadedSession open = session();
    if (work == Work.FLUSH) {
      open.flush();
      return 1;
    }
    int found = 0;
    for (int query = 0; query < QUERIES; query++) {
      Object row = work == Work.QUERY_SAME_TABLE
          ? open.queryPage(pageKey(turn, query))
          : open.queryTag(tagKey(turn, query));
      found += row == null ? 0 : 1;
    }
    return found;
  }

  @Override
  public int rows() {
    return work == Work.FLUSH ? 1 : QUERIES;
  }

  @Override
  public boolean isSurrounded() {
    return true;
  }

  @Override
  public void undo() throws Exception {
    session().close();
    session = null;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    prepare(turn);
    session().flush();
    digest.page(session().queryPage(pageKey(turn, 0)));
    digest.add(session().queryTag(tagKey(turn, 0)) != null);
    digest.add(run(turn));
    undo();
  }
}
