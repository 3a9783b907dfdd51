package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.wiki.Seed;

/** W2. */
final class OnePage implements Operation {
  /** Far enough from the last key to be on another page of the index; prime, so that all keys have their turn. */
  private static final int STRIDE = 7_919;

  private final Stack stack;

  OnePage(Stack stack) {
    this.stack = stack;
  }

  private static int key(int turn) {
    return 1 + (int) ((long) turn * STRIDE % Seed.PAGES);
  }

  @Override
  public int run(int turn) throws Exception {
    return stack.page(key(turn)) == null ? 0 : 1;
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public void describe(int turn, Digest digest) throws Exception {
    digest.page(stack.page(key(turn)));
  }
}
