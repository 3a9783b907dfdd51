package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A flush failed, and the session waits for its rollback; the cause is the first failure. */
public class PendingRollbackException extends InvalidRequestException {
  public PendingRollbackException(String message) {
    super(message);
  }

  public PendingRollbackException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
