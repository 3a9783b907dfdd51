package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL that the database does not understand, or a name it does not know. */
public class ProgrammingException extends DatabaseException {
  public ProgrammingException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
