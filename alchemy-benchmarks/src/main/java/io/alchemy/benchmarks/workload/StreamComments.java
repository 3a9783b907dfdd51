package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Seed;

/** W8. */
final class StreamComments implements Operation {
  private static final int COMMENTS = Seed.PAGES * Seed.COMMENTS_OF_A_PAGE;

  private final Stack stack;

  StreamComments(Stack stack) {
    this.stack = stack;
  }

  @Override
  public int run(int turn) throws Exception {
    int after = turn % 10;
    long left = (long) after * (after + 1) / 2;
    return (stack.stream(after) + left) == (long) COMMENTS * (COMMENTS + 1) / 2 ? COMMENTS : 0;
  }

  @Override
  public int rows() {
    return COMMENTS;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    digest.add(stack.stream(turn));
  }
}
