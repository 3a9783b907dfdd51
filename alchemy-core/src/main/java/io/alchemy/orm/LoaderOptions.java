package io.alchemy.orm;

import io.alchemy.sql.*;

@CheckReturnValue
public final class LoaderOptions {
  private LoaderOptions() {}

  public static <T> LoaderOption<T> joinedLoad(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  public static <T> LoaderOption<T> selectinLoad(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  public static <T> LoaderOption<T> subqueryLoad(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  public static <T> LoaderOption<T> lazyLoad(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  public static <T> LoaderOption<T> raiseLoad(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  public static <T> LoaderOption<T> noLoad(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  public static <T> LoaderOption<T> containsEager(RelationAttribute<?, T> relationship) {
    throw new UnsupportedOperationException();
  }

  @SafeVarargs
  public static <E> LoaderOption<E> defer(ColumnAttribute<E, ?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @SafeVarargs
  public static <E> LoaderOption<E> loadOnly(ColumnAttribute<E, ?>... attributes) {
    throw new UnsupportedOperationException();
  }
}
