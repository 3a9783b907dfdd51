package io.alchemy.orm;

import io.alchemy.sql.*;
import org.jspecify.annotations.Nullable;

public final class ColumnAttribute<E, T extends @Nullable Object>
    implements Attribute<E, T>, Expression<T>, Assignable<T> {
  private final Class<E> owner;
  private final String key;

  private ColumnAttribute(Class<E> owner, String key) {
    this.owner = owner;
    this.key = key;
  }

  public static <E, T extends @Nullable Object> ColumnAttribute<E, T> of(
      Class<E> owner, String key) {
    return new ColumnAttribute<>(owner, key);
  }

  @Override
  public Class<E> owner() {
    return owner;
  }

  @Override
  public String key() {
    return key;
  }
}
