package io.alchemy.engine;

import io.alchemy.dialect.Dialect;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.NotSupportedException;
import io.alchemy.error.StatementTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A driver's exception as one of ours: what JDBC itself defines is decided here, the rest by the dialect. */
final class ErrorTranslation {
  private ErrorTranslation() {}

  /** @param hide whether the message may quote no values */
  static DatabaseException translate(
      Dialect dialect,
      SQLException error,
      @Nullable String statement,
      List<String> parameters,
      boolean hide) {
    SQLException first = firstOfBatch(error);
    SQLException cause = hide ? withoutValues(dialect, first) : first;
    String message = String.valueOf(cause.getMessage());
    if (first instanceof SQLFeatureNotSupportedException) {
      return new NotSupportedException(message, statement, parameters, cause);
    }
    DatabaseException translated = dialect.translate(cause, statement, parameters);
    boolean untold = translated.getClass() == DatabaseException.class;
    if (untold && first instanceof SQLTimeoutException) {
      return new StatementTimeoutException(message, statement, parameters, cause);
    }
    if (untold
        && (first instanceof SQLNonTransientConnectionException
            || first instanceof SQLRecoverableException)) {
      return new ConnectionLostException(message, statement, parameters, cause);
    }
    return translated;
  }

  /** The same exception with another message, and without a cause that would tell the first. */
  private static SQLException withoutValues(Dialect dialect, SQLException error) {
    String message = dialect.messageWithoutValues(error);
    if (message == null) {
      return error;
    }
    SQLException hidden = new SQLException(message, error.getSQLState(), error.getErrorCode());
    hidden.setStackTrace(error.getStackTrace());
    return hidden;
  }

  /** A batch's exception says which entry failed; why, says the one inside. */
  private static SQLException firstOfBatch(SQLException error) {
    if (!(error instanceof BatchUpdateException)) {
      return error;
    }
    if (error.getCause() instanceof SQLException cause) {
      return cause;
    }
    return error.getNextException() == null ? error : error.getNextException();
  }
}
