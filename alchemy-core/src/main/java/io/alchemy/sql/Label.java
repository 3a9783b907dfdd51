package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

/** An expression with a name: {@code expression AS name} where it is selected. */
public interface Label<T extends @Nullable Object> extends Expression<T> {
  /** The name of the result's column. */
  String name();
}
