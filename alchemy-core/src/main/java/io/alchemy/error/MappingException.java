package io.alchemy.error;

import org.jspecify.annotations.Nullable;

/** Mappings that cannot work; the message lists every mistake with its cure. */
public class MappingException extends AlchemyException {
  public MappingException(String message) {
    super(message);
  }

  public MappingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
