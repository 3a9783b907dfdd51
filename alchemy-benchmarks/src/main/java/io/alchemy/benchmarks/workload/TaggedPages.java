package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Seed;
import io.alchemy.benchmarks.wiki.Tagged;
import java.util.List;

/** W11. */
final class TaggedPages implements Operation {
  private static final int PAGES = 334;

  private final Stack stack;

  TaggedPages(Stack stack) {
    this.stack = stack;
  }

  private List<Tagged> load(int turn) throws Exception {
    PageRange range = PageRange.of(PAGES, turn);
    return stack.tagged(range.first(), range.last());
  }

  @Override
  public int run(int turn) throws Exception {
    return load(turn).size();
  }

  @Override
  public int rows() {
    return PAGES * Seed.TAGS_OF_A_PAGE;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    for (Tagged tagged : load(turn)) {
      digest.page(tagged.page());
      digest.tag(tagged.tag());
    }
  }
}
