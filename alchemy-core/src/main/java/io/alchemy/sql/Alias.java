package io.alchemy.sql;

import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A named row source: an alias of a table, a subquery, a CTE, a table function. */
public interface Alias extends From, Selectable<Row> {
  String name();

  <T extends @Nullable Object> Expression<T> get(Expression<T> column);

  <T extends @Nullable Object> Expression<T> get(String name, SqlType<T> type);

  Alias as(String name);
}
