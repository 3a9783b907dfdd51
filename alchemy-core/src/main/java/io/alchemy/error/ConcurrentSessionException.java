package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A session was entered by two threads at once. */
public class ConcurrentSessionException extends InvalidRequestException {
  public ConcurrentSessionException(String message) {
    super(message);
  }

  public ConcurrentSessionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
