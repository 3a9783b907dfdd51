package io.alchemy.benchmarks.workload;

/** A workload of one stack on one database. */
public interface Operation {
  /**
   * Does the work once; this is what is timed.
   *
   * @param turn how often it was done before: parameters change with it
   * @return how many rows or objects it was about, to be compared with {@link #rows()}
   */
  int run(int turn) throws Exception;

  /** How many it must be about. */
  int rows();

  /** Makes the database what it was, where the work adds to it. Not timed. */
  default void undo() {}

  /** Whether {@link #undo()} does anything. */
  default boolean isUndone() {
    return false;
  }

  /** How many turns show that it is right. */
  default int turnsToVerify() {
    return 3;
  }

  /** Does the work once, and says what came of it. */
  void describe(int turn, Digest digest) throws Exception;
}
