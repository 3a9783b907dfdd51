package io.alchemy.orm.mapping;

/**
 * Which row an instance is: its mapper, and the primary key's value (the value itself, or a {@code List} of the values
 * of a composite key), converted by the columns' types.
 */
public record IdentityKey(Mapper<?> mapper, Object value) {
  @Override
  public int hashCode() {
    return value.hashCode() * 31 + System.identityHashCode(mapper);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityKey that && mapper == that.mapper && value.equals(that.value);
  }
}
