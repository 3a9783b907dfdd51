package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A mapped class that was loaded before it could be prepared. */
public class NotPreparedException extends MappingException {
  public NotPreparedException(String message) {
    super(message);
  }

  public NotPreparedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
