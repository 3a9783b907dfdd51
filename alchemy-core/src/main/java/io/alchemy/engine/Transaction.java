package io.alchemy.engine;

/**
 * A transaction, or a nested one (a savepoint), in a try-with-resources block: what is not committed when the block is left is rolled
 * back.
 */
public interface Transaction extends AutoCloseable {
  /**
   * Keeps what was done. For a nested transaction, within the outer one.
   *
   * @throws io.alchemy.error.InvalidRequestException when it has ended before
   */
  void commit();

  /**
   * Undoes what was done since it began.
   *
   * @throws io.alchemy.error.InvalidRequestException when it has ended before
   */
  void rollback();

  /** Rolls back, unless it has ended. */
  @Override
  void close();
}
