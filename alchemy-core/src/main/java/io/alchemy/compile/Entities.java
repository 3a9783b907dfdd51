package io.alchemy.compile;

import io.alchemy.sql.Expression;
import io.alchemy.sql.From;
import org.jspecify.annotations.Nullable;

/**
 * What the names of mapped classes and their attributes mean. Core statements need none; a registry implements it, and
 * the compiler asks while it writes, so that statements need not be rewritten first.
 */
public interface Entities {
  /** What an expression that only a registry understands stands for ({@code Page_.title}, {@code Page_.tags.any()}). */
  Expression<?> resolve(Expression<?> entityExpression);

  /** The table behind a mapped class or an alias of one. */
  From resolve(From entityFrom);

  /** The table that a mapped class is kept in, for {@code insert(Page.class)} and {@code select(…).from(Page.class)}. */
  From tableOf(Class<?> entity);

  /** The join that a relationship stands for, from {@code left}, which holds its owner. */
  From join(From left, Object relationship, boolean outer);

  /** Part of the cache key: two registries that map a class differently never share compiled statements. */
  @Nullable
  Object cacheKey();
}
