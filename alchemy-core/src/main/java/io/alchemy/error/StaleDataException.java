package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A row was not there, or not in the version that was loaded, when it was to be written. */
public class StaleDataException extends FlushException {
  public StaleDataException(String message) {
    super(message);
  }

  public StaleDataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
