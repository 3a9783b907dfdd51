package io.alchemy.orm;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.loading.LoaderChain;
import io.alchemy.orm.loading.LoaderStep;
import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.sql.CheckReturnValue;
import io.alchemy.sql.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How attributes along a path load in one query; T is the class at the path's end. Made by {@link LoaderOptions}, and
 * given to {@code options(…)} of a query.
 */
@CheckReturnValue
public final class LoaderOption<T> implements LoaderChain {
  private final LoaderStep last;

  private LoaderOption(LoaderStep last) {
    this.last = last;
  }

  static <T> LoaderOption<T> along(
      @Nullable LoaderStep before, Action action, RelationAttribute<?, T> relationship) {
    return new LoaderOption<>(LoaderStep.along(before, action, relationship));
  }

  static <T> LoaderOption<T> columns(
      @Nullable LoaderStep before, Action action, ColumnAttribute<? super T, ?>[] attributes) {
    if (attributes.length == 0) {
      throw new ArgumentException(action.method() + "(…) needs an attribute at least");
    }
    List<AttributeReference<?>> columns = new ArrayList<>(List.of(attributes));
    return new LoaderOption<>(LoaderStep.columns(before, action, columns));
  }

  @Override
  public LoaderStep last() {
    return last;
  }

  /** As {@link LoaderOptions#joinedLoad}, from where this path ends. */
  public <U> LoaderOption<U> joinedLoad(RelationAttribute<? super T, U> next) {
    return along(last, Action.JOINED, next);
  }

  /** As {@link LoaderOptions#selectinLoad}, from where this path ends. */
  public <U> LoaderOption<U> selectinLoad(RelationAttribute<? super T, U> next) {
    return along(last, Action.SELECTIN, next);
  }

  /** As {@link LoaderOptions#subqueryLoad}, from where this path ends. */
  public <U> LoaderOption<U> subqueryLoad(RelationAttribute<? super T, U> next) {
    return along(last, Action.SELECTIN, next);
  }

  /** As {@link LoaderOptions#lazyLoad}, from where this path ends. */
  public <U> LoaderOption<U> lazyLoad(RelationAttribute<? super T, U> next) {
    return along(last, Action.LAZY, next);
  }

  /** As {@link LoaderOptions#lazyLoadOne}, from where this path ends. */
  public <U> LoaderOption<U> lazyLoadOne(RelationAttribute<? super T, U> next) {
    return along(last, Action.LAZY_ONE, next);
  }

  /** As {@link LoaderOptions#raiseLoad}, from where this path ends. */
  public <U> LoaderOption<U> raiseLoad(RelationAttribute<? super T, U> next) {
    return along(last, Action.RAISE, next);
  }

  /** As {@link LoaderOptions#noLoad}, from where this path ends. */
  public <U> LoaderOption<U> noLoad(RelationAttribute<? super T, U> next) {
    return along(last, Action.NONE, next);
  }

  /** As {@link LoaderOptions#containsEager}, from where this path ends. */
  public <U> LoaderOption<U> containsEager(RelationAttribute<? super T, U> next) {
    return along(last, Action.CONTAINS_EAGER, next);
  }

  /** Of the instances at the path's end, only these columns and the key are read; others load when touched. */
  @SafeVarargs
  public final LoaderOption<T> loadOnly(ColumnAttribute<? super T, ?>... attributes) {
    return columns(last, Action.LOAD_ONLY, attributes);
  }

  /** Of the instances at the path's end, these columns are not read; they load when touched. */
  @SafeVarargs
  public final LoaderOption<T> defer(ColumnAttribute<? super T, ?>... attributes) {
    return columns(last, Action.DEFER, attributes);
  }

  /** Only members that match: the relationship's collections hold nothing else while they are loaded. */
  public LoaderOption<T> and(Condition criterion) {
    LoaderStep changed = last.and(criterion);
    if (changed == null) {
      throw new ArgumentException(
          last
              + ".and(…) needs a relationship whose members it can filter; use where(…) for the statement's own rows");
    }
    return new LoaderOption<>(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LoaderOption<?> that && last.equals(that.last);
  }

  @Override
  public int hashCode() {
    return last.hashCode();
  }

  @Override
  public String toString() {
    return last.toString();
  }
}
