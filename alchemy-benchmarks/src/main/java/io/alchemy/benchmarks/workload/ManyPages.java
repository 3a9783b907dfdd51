package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.WikiPage;

/** W3. */
final class ManyPages implements Operation {
  private static final int COUNT = 1_000;

  private final Stack stack;

  ManyPages(Stack stack) {
    this.stack = stack;
  }

  @Override
  public int run(int turn) throws Exception {
    PageRange range = PageRange.of(COUNT, turn);
    return stack.pages(range.first(), range.last()).size();
  }

  @Override
  public int rows() {
    return COUNT;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    PageRange range = PageRange.of(COUNT, turn);
    for (WikiPage page : stack.pages(range.first(), range.last())) {
      digest.page(page);
    }
  }
}
