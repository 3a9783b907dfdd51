package io.alchemy.benchmarks.measure;

/**
 * How long things are measured.
 *
 * @param warmUpMillis of each workload and stack before anything counts
 * @param rounds how often all stacks have their turn
 * @param turnMillis how long a turn is, if an operation is not longer
 */
public record Effort(int warmUpMillis, int rounds, int turnMillis) {
  /** Such that all stacks do all workloads on a database in about a quarter of an hour. */
  public static final Effort FULL = new Effort(2_000, 9, 200);

  public static final Effort QUICK = new Effort(500, 5, 100);
}
