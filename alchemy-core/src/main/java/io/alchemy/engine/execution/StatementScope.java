package io.alchemy.engine.execution;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What running a statement asks of the connection that it runs on. */
public interface StatementScope {
  /** The JDBC connection, with a transaction begun where the statement needs one. */
  Connection begin(Effect effect);

  /** The statements that the JDBC connection keeps; null where it keeps none. */
  @Nullable
  StatementCache statements();

  /** Called with a driver's error: true when the transaction was begun anew so that the statement is worth running again. */
  boolean retryAsWriter(SQLException error);

  /** The driver's exception as one of ours. */
  RuntimeException translate(SQLException error, String sql, Parameters parameters);

  /** A JDBC statement was prepared. */
  default void opened() {}

  /** A JDBC statement was closed, and its result with it. */
  default void closed() {}

  /** A statement that may have written has run. */
  void ran(boolean writes);

  /** How many seconds the next statement may take; 0 for no limit. */
  int secondsLeft();

  long connectionId();
}
