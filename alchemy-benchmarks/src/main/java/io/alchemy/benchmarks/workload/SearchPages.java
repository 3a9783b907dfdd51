package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.PageSearch;

/** W7. */
final class SearchPages implements Operation {
  private final Stack stack;

  SearchPages(Stack stack) {
    this.stack = stack;
  }

  @Override
  public int run(int turn) throws Exception {
    return stack.search(PageSearch.number(turn)).size();
  }

  @Override
  public int rows() {
    return PageSearch.LIMIT;
  }

  @Override
  public int turnsToVerify() {
    return PageSearch.SHAPES;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    stack.search(PageSearch.number(turn)).forEach(digest::add);
  }
}
