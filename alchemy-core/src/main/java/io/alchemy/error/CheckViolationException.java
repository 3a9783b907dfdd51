package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CHECK constraint said no. */
public class CheckViolationException extends IntegrityException {
  public CheckViolationException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
