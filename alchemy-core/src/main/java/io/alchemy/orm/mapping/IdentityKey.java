package io.alchemy.orm.mapping;

import io.alchemy.orm.instrument.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * Which row an instance is: its mapper, and the primary key's value (the value itself, or a {@code List} of the values
 * of a composite key), converted by the columns' types.
 */
public record IdentityKey(Mapper<?> mapper, Object value) {
  /** The identity that the session knows the instance by; null while it has none. */
  public static @Nullable IdentityKey of(InstanceState state) {
    Object value = state.key();
    return value != null && state.mapping() instanceof Mapper<?> mapper
        ? new IdentityKey(mapper, value)
        : null;
  }

  @Override
  public int hashCode() {
    return value.hashCode() * 31 + System.identityHashCode(mapper);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityKey that && mapper == that.mapper && value.equals(that.value);
  }
}
