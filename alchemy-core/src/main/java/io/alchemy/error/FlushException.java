package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A flush that cannot be carried out; nothing of it reached an object. */
public class FlushException extends AlchemyException {
  public FlushException(String message) {
    super(message);
  }

  public FlushException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
