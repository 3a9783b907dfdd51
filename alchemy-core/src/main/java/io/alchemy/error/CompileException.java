package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** A statement that cannot be written for this database, or not at all. */
public class CompileException extends AlchemyException {
  public CompileException(String message) {
    super(message);
  }

  public CompileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
