package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.stack.Stack;

/** W5 and W6. Titles stay such that the search finds them. */
final class RenamePages implements Operation {
  private final Stack stack;
  private final Database database;
  private final int count;
  private final int step;

  RenamePages(Stack stack, Database database, int count, int step) {
    this.stack = stack;
    this.database = database;
    this.count = count;
    this.step = step;
  }

  private int rename(int turn) throws Exception {
    PageRange range = PageRange.of(count, turn);
    return stack.rename(range.first(), range.last(), step, "Page " + (100_000 + turn % 900_000));
  }

  @Override
  public int run(int turn) throws Exception {
    return rename(turn);
  }

  @Override
  public int rows() {
    return count;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    digest.add(rename(turn));
    StoredPages.texts(database, "id > 0 ORDER BY id").forEach(digest::add);
  }
}
