package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** Constructors of two to eight arguments, for {@link Sql#project}. */
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

  public interface Of6<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      D extends @Nullable Object,
      E extends @Nullable Object,
      F extends @Nullable Object,
      R extends @Nullable Object> {
    R make(A a, B b, C c, D d, E e, F f);
  }

  public interface Of7<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      D extends @Nullable Object,
      E extends @Nullable Object,
      F extends @Nullable Object,
      G extends @Nullable Object,
      R extends @Nullable Object> {
    R make(A a, B b, C c, D d, E e, F f, G g);
  }

  public interface Of8<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      D extends @Nullable Object,
      E extends @Nullable Object,
      F extends @Nullable Object,
      G extends @Nullable Object,
      H extends @Nullable Object,
      R extends @Nullable Object> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  private Projection() {}
}
