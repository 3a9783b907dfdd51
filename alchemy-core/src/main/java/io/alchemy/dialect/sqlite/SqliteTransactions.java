package io.alchemy.dialect.sqlite;

import io.alchemy.dialect.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Transactions of SQLite. A writer begins with {@code BEGIN IMMEDIATE}, which waits for the write lock as long as the busy timeout
 * says; a reader begins DEFERRED and locks nobody out.
 *
 * <p>A deferred transaction that writes later cannot wait: where another connection has written since (SQLITE_BUSY_SNAPSHOT) or
 * writes at this moment (SQLITE_BUSY), SQLite refuses at once, whatever the busy timeout.
 *
 * <p>The driver begins the next transaction as part of {@code commit()} and {@code rollback()}; switching auto-commit on commits
 * without that, so a connection at rest holds no lock.
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
 */
final class SqliteTransactions implements TransactionControl {
  @Override
  public void begin(Connection jdbc, boolean writes) throws SQLException {
    if (!jdbc.getAutoCommit()) {
      commit(jdbc);
    }
    var settings = jdbc.unwrap(SQLiteConnection.class).getConnectionConfig();
    TransactionMode usual = settings.getTransactionMode();
    settings.setTransactionMode(writes ? TransactionMode.IMMEDIATE : TransactionMode.DEFERRED);
    try {
      jdbc.setAutoCommit(false);
    } catch (SQLException error) {
      // The driver has set its flag before the BEGIN that failed.
      endWithoutTransaction(jdbc, error);
      throw error;
    } finally {
      settings.setTransactionMode(usual);
    }
  }

  /**
   * A first statement alone has a snapshot of its own. With the second a transaction begins, so that what it sees and what
   * follows agree. To begin and to end one cost as much as to find a row by its key.
   */
  @Override
  public int readsBeforeBegin(Connection physical) {
    return 1;
  }

  private static void endWithoutTransaction(Connection jdbc, SQLException error) {
    try {
      jdbc.setAutoCommit(true);
    } catch (SQLException noTransaction) {
      error.addSuppressed(noTransaction);
    }
  }

  @Override
  public void commit(Connection jdbc) throws SQLException {
    try {
      jdbc.setAutoCommit(true);
    } catch (SQLException error) {
      // The driver has set its flag, but the transaction goes on: make it say so, that it can be
      // rolled back.
      try {
        jdbc.setAutoCommit(false);
      } catch (SQLException begunAlready) {
        error.addSuppressed(begunAlready);
      }
      throw error;
    }
  }

  @Override
  public void rollback(Connection jdbc) throws SQLException {
    if (jdbc.getAutoCommit()) {
      return;
    }
    SQLiteConnection sqlite = jdbc.unwrap(SQLiteConnection.class);
    var settings = sqlite.getConnectionConfig();
    TransactionMode usual = settings.getTransactionMode();
    settings.setTransactionMode(TransactionMode.DEFERRED);
    try {
      jdbc.rollback();
    } catch (SQLException error) {
      // SQLite itself rolls back on some errors (SQLITE_FULL, SQLITE_IOERR): there is nothing left
      // to roll back then.
      if (!isNoTransaction(error)) {
        throw error;
      }
    } finally {
      settings.setTransactionMode(usual);
    }
    jdbc.setAutoCommit(true);
  }

  private static boolean isNoTransaction(SQLException error) {
    String message = error.getMessage();
    return message != null && message.contains("no transaction is active");
  }

  /** The driver refuses {@code setReadOnly} on an open connection; the pragma works at any time. */
  @Override
  public void readOnly(Connection jdbc, boolean readOnly) throws SQLException {
    try (Statement statement = jdbc.createStatement()) {
      statement.execute("PRAGMA query_only = " + (readOnly ? "ON" : "OFF"));
    }
  }

  @Override
  public boolean refusesUpgrade(SQLException error) {
    if (!(error instanceof SQLiteException sqlite)) {
      return false;
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT;
  }
}
