package io.alchemy.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How a transaction begins and ends on a JDBC connection of one database. The default is JDBC's own way; a database whose driver
 * does something else than it should has its own.
 */
public interface TransactionControl {
  /** JDBC's way: auto-commit is off from the begin on, and stays off until the connection is released. */
  TransactionControl JDBC = new TransactionControl() {};

  /**
   * Begins a transaction.
   *
   * @param writes whether it is known that the transaction will write
   */
  default void begin(Connection jdbc, boolean writes) throws SQLException {
    if (jdbc.getAutoCommit()) {
      jdbc.setAutoCommit(false);
    }
  }

  /**
   * How many statements that only read tables may run, each by itself, before a transaction begins, because they would see no
   * less. Under READ COMMITTED each statement sees what is committed when it begins, inside a transaction or not: to begin one
   * only for what follows saves the round trip that would end it, and leaves no idle transaction behind readers.
   *
   * @param physical asked once, when it comes
   */
  default int readsBeforeBegin(Connection physical) throws SQLException {
    int isolation = physical.getTransactionIsolation();
    boolean snapshotOfStatement = isolation == Connection.TRANSACTION_READ_COMMITTED
        || isolation == Connection.TRANSACTION_READ_UNCOMMITTED;
    return snapshotOfStatement ? Integer.MAX_VALUE : 0;
  }

  default void commit(Connection jdbc) throws SQLException {
    jdbc.commit();
  }

  default void rollback(Connection jdbc) throws SQLException {
    jdbc.rollback();
  }

  /** Makes the transactions begun from now on read-only, or writable again. */
  default void readOnly(Connection jdbc, boolean readOnly) throws SQLException {
    jdbc.setReadOnly(readOnly);
  }

  /**
   * Whether {@code error} says that a transaction which has only read so far could not become a writing one, so that the engine
   * may end it, begin one that writes, and run the statement again.
   */
  default boolean refusesUpgrade(SQLException error) {
    return false;
  }
}
