package io.alchemy.benchmarks.workload;

/** A workload of one stack on one database. */
public interface Operation {
  /** Makes ready what a turn needs. Not timed. */
  default void prepare(int turn) throws Exception {}

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
  default void undo() throws Exception {}

  /** Whether {@link #prepare} or {@link #undo} does anything, so that each turn is timed by itself. */
  default boolean isSurrounded() {
    return false;
  }

  /** How many turns show that it is right. */
  default int turnsToVerify() {
    return 3;
  }

  /** Does the work once, and says what came of it. */
  void describe(int turn, Digest digest) throws Exception;
}
