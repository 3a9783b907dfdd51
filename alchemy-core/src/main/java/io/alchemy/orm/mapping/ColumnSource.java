package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import org.jspecify.annotations.Nullable;

/** What a statement reads a table's columns from: the table itself, an alias of it, or a subquery. */
@FunctionalInterface
public interface ColumnSource {
  Expression<?> at(Column<?> column);

  /** The table itself for null, else the alias. */
  static ColumnSource of(@Nullable Alias alias) {
    return alias == null ? column -> column : alias::get;
  }
}
