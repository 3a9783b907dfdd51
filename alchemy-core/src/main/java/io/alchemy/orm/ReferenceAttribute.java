package io.alchemy.orm;

import io.alchemy.sql.*;
import java.util.*;
import org.jspecify.annotations.*;

public final class ReferenceAttribute<E, T> extends RelationAttribute<E, T> {
  private ReferenceAttribute(Class<E> owner, Class<T> target, String key) {
    super(owner, target, key);
  }

  public static <E, T> ReferenceAttribute<E, T> of(Class<E> owner, Class<T> target, String key) {
    return new ReferenceAttribute<>(owner, target, key);
  }

  public Condition eq(@Nullable T other) {
    throw new UnsupportedOperationException();
  }

  public Condition ne(@Nullable T other) {
    throw new UnsupportedOperationException();
  }

  public Condition in(Collection<? extends T> others) {
    throw new UnsupportedOperationException();
  }

  public Condition isNull() {
    throw new UnsupportedOperationException();
  }

  public Condition isNotNull() {
    throw new UnsupportedOperationException();
  }

  public Condition has(Condition... conditions) {
    throw new UnsupportedOperationException();
  }
}
