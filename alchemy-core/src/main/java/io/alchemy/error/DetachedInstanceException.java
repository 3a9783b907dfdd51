package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** An attribute that is not loaded was read on an instance that has no session to load it. */
public class DetachedInstanceException extends InvalidRequestException {
  public DetachedInstanceException(String message) {
    super(message);
  }

  public DetachedInstanceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
