package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error that the database or its driver raised; the driver's exception is the cause. */
public class DatabaseException extends StatementException {
  private final @Nullable String sqlState;
  private final int vendorCode;

  public DatabaseException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
    this.sqlState = cause == null ? null : cause.getSQLState();
    this.vendorCode = cause == null ? 0 : cause.getErrorCode();
  }

  /** The five-character SQLState; null where the driver gives none (SQLite). */
  public @Nullable String sqlState() {
    return sqlState;
  }

  public int vendorCode() {
    return vendorCode;
  }
}
