package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** Constructors of two to five arguments, for {@link Sql#project}. */
public final class Projection {
  public interface Of2<
      A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> {
    R make(A a, B b);
  }

  public interface Of3<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      R extends @Nullable Object> {
    R make(A a, B b, C c);
  }

  public interface Of4<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      D extends @Nullable Object,
      R extends @Nullable Object> {
    R make(A a, B b, C c, D d);
  }

  public interface Of5<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      D extends @Nullable Object,
      E extends @Nullable Object,
      R extends @Nullable Object> {
    R make(A a, B b, C c, D d, E e);
  }

  private Projection() {}
}
