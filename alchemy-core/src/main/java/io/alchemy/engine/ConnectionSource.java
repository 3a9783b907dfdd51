package io.alchemy.engine;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where a {@link io.alchemy.engine.Connection} takes its JDBC connection from, and gives it back. Meant for frameworks that bind
 * connections to transactions of their own; programs use {@link Engine#connect()}.
 *
 * @see Engine#connect(ConnectionSource)
 */
public interface ConnectionSource {
  /** Called at the first statement, and again at the first one after a release. */
  Connection acquire() throws SQLException;

  /**
   * Called when the connection is closed, or after a statement if {@link #perStatement}; never called twice for one acquired
   * connection.
   */
  void release(Connection connection) throws SQLException;

  /**
   * Whether the JDBC connection is given back whenever no statement is open and no transaction is active, to be acquired again
   * by the next statement. Meant for connections that {@linkplain io.alchemy.engine.Connection#autocommit() commit each statement}
   * and live long.
   */
  default boolean perStatement() {
    return false;
  }

  /**
   * Whether somebody else begins and ends the transaction. The connection then runs statements only: it leaves auto-commit alone,
   * refuses {@code commit()}, and {@code rollback()} and {@code close()} end nothing; savepoints work.
   */
  default boolean externalTransaction() {
    return false;
  }

  /** How many seconds the next statement may take; 0 for no limit. May throw when the time is up already. */
  default int secondsLeft() {
    return 0;
  }
}
