package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that Alchemy throws on purpose. */
public class AlchemyException extends RuntimeException {
  public AlchemyException(String message) {
    super(message);
  }

  public AlchemyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
