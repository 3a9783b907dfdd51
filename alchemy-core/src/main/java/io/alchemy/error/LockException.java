package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lock could not be had: busy, timed out. */
public class LockException extends OperationalException {
  public LockException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
