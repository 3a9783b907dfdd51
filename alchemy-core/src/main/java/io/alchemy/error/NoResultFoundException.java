package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** One row was asked for, and there was none. */
public class NoResultFoundException extends InvalidRequestException {
  public NoResultFoundException(String message) {
    super(message);
  }

  public NoResultFoundException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
