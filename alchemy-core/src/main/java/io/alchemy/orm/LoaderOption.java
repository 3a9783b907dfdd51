package io.alchemy.orm;

import io.alchemy.sql.*;

/** How attributes along a path load; T is the class at the path's end. */
@CheckReturnValue
public final class LoaderOption<T> implements StatementOption {
  LoaderOption() {}

  public <U> LoaderOption<U> joinedLoad(RelationAttribute<? super T, U> next) {
    throw new UnsupportedOperationException();
  }

  public <U> LoaderOption<U> selectinLoad(RelationAttribute<? super T, U> next) {
    throw new UnsupportedOperationException();
  }

  public <U> LoaderOption<U> subqueryLoad(RelationAttribute<? super T, U> next) {
    throw new UnsupportedOperationException();
  }

  public <U> LoaderOption<U> lazyLoad(RelationAttribute<? super T, U> next) {
    throw new UnsupportedOperationException();
  }

  public <U> LoaderOption<U> raiseLoad(RelationAttribute<? super T, U> next) {
    throw new UnsupportedOperationException();
  }

  public <U> LoaderOption<U> noLoad(RelationAttribute<? super T, U> next) {
    throw new UnsupportedOperationException();
  }

  @SafeVarargs
  public final LoaderOption<T> loadOnly(ColumnAttribute<? super T, ?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @SafeVarargs
  public final LoaderOption<T> defer(ColumnAttribute<? super T, ?>... attributes) {
    throw new UnsupportedOperationException();
  }
  /** Only members that match. */
  public LoaderOption<T> and(Condition criterion) {
    throw new UnsupportedOperationException();
  }
}
