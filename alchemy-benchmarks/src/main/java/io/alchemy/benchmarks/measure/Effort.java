package io.alchemy.benchmarks.measure;

/**
 * How long things are measured.
 *
 * @param warmUpMillis of each workload and stack before anything counts
 * @param rounds how often all stacks have their turn
 * @param turnMillis how long a turn is, if an operation is not longer
 */
record Effort(int warmUpMillis, int rounds, int turnMillis) {
  /** Large libraries still compile after three seconds on two cores. */
  static final Effort FULL = new Effort(6_000, 15, 400);

  static final Effort QUICK = new Effort(1_500, 7, 150);
}
