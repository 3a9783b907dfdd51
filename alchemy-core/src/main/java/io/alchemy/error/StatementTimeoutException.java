package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement ran longer than it was allowed, and was cancelled. */
public class StatementTimeoutException extends OperationalException {
  public StatementTimeoutException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
