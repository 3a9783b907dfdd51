package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.wiki.Seed;

/** Pages with neighbouring keys; each turn has other ones than the turn before. */
record PageRange(int first, int last) {
  static final PageRange NONE = new PageRange(1, 0);

  static PageRange of(int size, int turn) {
    int first = 1 + turn % (Seed.PAGES / size) * size;
    return new PageRange(first, first + size - 1);
  }
}
