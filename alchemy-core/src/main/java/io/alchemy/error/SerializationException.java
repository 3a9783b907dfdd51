package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction lost against another (deadlock, serialization failure, stale snapshot); run it again. */
public class SerializationException extends LockException {
  public SerializationException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
