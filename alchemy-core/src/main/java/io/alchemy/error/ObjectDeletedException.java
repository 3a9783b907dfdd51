package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** The row of an instance that is to be refreshed is gone. */
public class ObjectDeletedException extends InvalidRequestException {
  public ObjectDeletedException(String message) {
    super(message);
  }

  public ObjectDeletedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
