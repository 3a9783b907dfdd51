package io.alchemy.sql;

import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A named row source: an alias of a table, a subquery, a common table expression. */
public interface Alias extends From, Selectable<Row> {
  /** The name by which its columns are qualified. */
  String name();

  /**
   * Its column that stands for {@code column}: a column of the aliased table, or what the subquery selects (give the same
   * label or expression object).
   *
   * @throws io.alchemy.error.ArgumentException when the subquery selects no such thing
   */
  <T extends @Nullable Object> Expression<T> get(Expression<T> column);

  /** Its column called {@code name}, where no object stands for it. */
  <T extends @Nullable Object> Expression<T> get(String name, SqlType<T> type);

  /** The same row source under another name: for a second appearance in FROM. */
  Alias as(String name);
}
