package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A referenced row is missing, or a row is still referenced. */
public class ForeignKeyViolationException extends IntegrityException {
  public ForeignKeyViolationException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
