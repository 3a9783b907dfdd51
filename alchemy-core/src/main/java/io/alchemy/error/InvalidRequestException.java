package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A call that the object cannot serve in its present state. */
public class InvalidRequestException extends AlchemyException {
  public InvalidRequestException(String message) {
    super(message);
  }

  public InvalidRequestException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
