package io.alchemy.orm;

import io.alchemy.sql.*;
import org.jspecify.annotations.Nullable;

public final class AliasedClass<E> implements From, Selectable<E> {
  private AliasedClass() {}

  public static <E> AliasedClass<E> of(Class<E> entity) {
    throw new UnsupportedOperationException();
  }

  public static <E> AliasedClass<E> of(Class<E> entity, Alias source) {
    throw new UnsupportedOperationException();
  }

  public <T extends @Nullable Object> Expression<T> get(ColumnAttribute<? super E, T> attribute) {
    throw new UnsupportedOperationException();
  }

  public <T> ReferenceAttribute<E, T> get(ReferenceAttribute<? super E, T> attribute) {
    throw new UnsupportedOperationException();
  }

  public <T> CollectionAttribute<E, T> get(CollectionAttribute<? super E, T> attribute) {
    throw new UnsupportedOperationException();
  }
}
