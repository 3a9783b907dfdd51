package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** One row was asked for, and there were more. */
public class MultipleResultsFoundException extends InvalidRequestException {
  public MultipleResultsFoundException(String message) {
    super(message);
  }

  public MultipleResultsFoundException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
