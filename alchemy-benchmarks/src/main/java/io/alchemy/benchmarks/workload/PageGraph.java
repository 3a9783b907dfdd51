package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.util.List;

/** W4 and W4n. */
final class PageGraph implements Operation {
  private static final int COUNT = 100;

  private final Stack stack;
  private final boolean naive;

  PageGraph(Stack stack, boolean naive) {
    this.stack = stack;
    this.naive = naive;
  }

  private List<? extends WikiPage> load(int turn) throws Exception {
    PageRange range = PageRange.of(COUNT, turn);
    return naive
        ? stack.naiveGraph(range.first(), range.last())
        : stack.graph(range.first(), range.last());
  }

  @Override
  public int run(int turn) throws Exception {
    return load(turn).size();
  }

  @Override
  public int rows() {
    return COUNT;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    digest.graph(load(turn));
  }
}
