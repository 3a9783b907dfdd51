package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No connection became free in time. */
public class ConnectionTimeoutException extends OperationalException {
  public ConnectionTimeoutException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
