package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Seed;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.util.List;

/** W12. */
final class CommentedPages implements Operation {
  private static final int PAGES = 50;

  private final Stack stack;

  CommentedPages(Stack stack) {
    this.stack = stack;
  }

  private List<? extends WikiPage> load(int turn) throws Exception {
    PageRange range = PageRange.of(PAGES, turn);
    return stack.commented(range.first(), range.last());
  }

  @Override
  public int run(int turn) throws Exception {
    int comments = 0;
    for (WikiPage page : load(turn)) {
      comments += page.comments().size();
    }
    return comments;
  }

  @Override
  public int rows() {
    return PAGES * Seed.COMMENTS_OF_A_PAGE;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    for (WikiPage page : load(turn)) {
      digest.page(page);
      digest.comments(page);
    }
  }
}
