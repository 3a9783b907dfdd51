package io.alchemy.orm;

import io.alchemy.orm.loading.LoaderStep.Action;
import io.alchemy.sql.CheckReturnValue;

/**
 * How attributes load in one query, in place of what the mapping says: {@code select(Page.class)
 * .options(selectinLoad(Page_.comments))}. Paths go on from each: {@code
 * selectinLoad(Page_.comments).joinedLoad(Comment_.author)}.
 */
@CheckReturnValue
public final class LoaderOptions {
  private LoaderOptions() {}

  /**
   * With the statement, by a LEFT JOIN to an anonymous alias, which conditions and order of the user cannot hit. A
   * statement with LIMIT becomes a subquery to which a collection is joined. Where a statement's rows are not one for each
   * instance (several entities, joins to many, GROUP BY, FOR UPDATE), collections load by {@code SELECT … IN} instead, so
   * that no option changes the number of rows.
   */
  public static <T> LoaderOption<T> joinedLoad(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.JOINED, relationship);
  }

  /** At once after the statement, by one {@code SELECT … WHERE key IN (…)} for each 500 instances. */
  public static <T> LoaderOption<T> selectinLoad(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.SELECTIN, relationship);
  }

  /** The same as {@link #selectinLoad}: a second run of the statement as a subquery would see other rows. */
  public static <T> LoaderOption<T> subqueryLoad(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.SELECTIN, relationship);
  }

  /** When it is first read, for all instances of the result at once: the default. */
  public static <T> LoaderOption<T> lazyLoad(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.LAZY, relationship);
  }

  /** When it is first read, for the instance that is read alone: one statement for each. */
  public static <T> LoaderOption<T> lazyLoadOne(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.LAZY_ONE, relationship);
  }

  /** Not at all: reading it raises {@link io.alchemy.error.LazyLoadException}. */
  public static <T> LoaderOption<T> raiseLoad(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.RAISE, relationship);
  }

  /** Not at all: a collection reads as empty, a reference as null. */
  public static <T> LoaderOption<T> noLoad(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.NONE, relationship);
  }

  /**
   * From the join that the statement has anyway: its rows are the members, those alone that its conditions let through,
   * and no instance is in the result twice.
   */
  public static <T> LoaderOption<T> containsEager(RelationAttribute<?, T> relationship) {
    return LoaderOption.along(null, Action.CONTAINS_EAGER, relationship);
  }

  /** These columns are not read with the rows; touching one loads it for all instances of the result. */
  @SafeVarargs
  public static <E> LoaderOption<E> defer(ColumnAttribute<E, ?>... attributes) {
    return LoaderOption.columns(null, Action.DEFER, attributes);
  }

  /** Only these columns and the key are read with the rows. */
  @SafeVarargs
  public static <E> LoaderOption<E> loadOnly(ColumnAttribute<E, ?>... attributes) {
    return LoaderOption.columns(null, Action.LOAD_ONLY, attributes);
  }
}
