package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A result was read after it was closed or consumed. */
public class ResultClosedException extends InvalidRequestException {
  public ResultClosedException(String message) {
    super(message);
  }

  public ResultClosedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
