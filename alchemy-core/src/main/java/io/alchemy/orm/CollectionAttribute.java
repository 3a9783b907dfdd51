package io.alchemy.orm;

import io.alchemy.sql.*;

public final class CollectionAttribute<E, T> extends RelationAttribute<E, T> {
  private CollectionAttribute(Class<E> owner, Class<T> target, String key) {
    super(owner, target, key);
  }

  public static <E, T> CollectionAttribute<E, T> of(Class<E> owner, Class<T> target, String key) {
    return new CollectionAttribute<>(owner, target, key);
  }

  public Condition any(Condition... conditions) {
    throw new UnsupportedOperationException();
  }

  public Condition contains(T member) {
    throw new UnsupportedOperationException();
  }

  public Condition isEmpty() {
    throw new UnsupportedOperationException();
  }
}
