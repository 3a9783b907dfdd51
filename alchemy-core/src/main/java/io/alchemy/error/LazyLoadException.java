package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A lazy load was refused because a loader option or a policy forbids it. */
public class LazyLoadException extends InvalidRequestException {
  public LazyLoadException(String message) {
    super(message);
  }

  public LazyLoadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
