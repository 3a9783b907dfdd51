package io.alchemy.sql;

import org.jspecify.annotations.Nullable;

public interface Label<T extends @Nullable Object> extends Expression<T> {
  String name();
}
