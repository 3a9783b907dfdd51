package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Rendering;
import io.alchemy.benchmarks.wiki.PageSearch;

/** W7r, and W7r-miss with statements that the library has not seen. Stacks write SQL as they like, so nothing is compared. */
final class RenderSearch implements Operation {
  private final Rendering stack;
  private final boolean known;

  RenderSearch(Rendering stack, boolean known) {
    this.stack = stack;
    this.known = known;
  }

  private String render(int turn) {
    PageSearch search = PageSearch.number(turn);
    return known ? stack.render(search) : stack.renderUnknown(search);
  }

  @Override
  public int run(int turn) {
    return render(turn).isEmpty() ? 0 : 1;
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public int turnsToVerify() {
    return PageSearch.SHAPES;
  }

  @Override
  public void describe(int turn, Digest digest) {
    digest.add(render(turn).contains("ORDER BY") || render(turn).contains("order by"));
  }
}
