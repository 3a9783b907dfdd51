package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** An argument that cannot be right, found when something is built or called. */
public class ArgumentException extends AlchemyException {
  public ArgumentException(String message) {
    super(message);
  }

  public ArgumentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
