package io.alchemy.orm.mapping;

import io.alchemy.schema.Column;
import io.alchemy.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * An attribute kept in a column.
 *
 * @param key the name of the field
 * @param attribute its index in the prepared class
 * @param column the column
 * @param position the index among the mapper's columns
 * @param primaryKey whether the column is part of the mapper's key
 */
public record ColumnProperty(
    String key, int attribute, Column<?> column, int position, boolean primaryKey)
    implements Property {
  @SuppressWarnings("unchecked")
  public SqlType<@Nullable Object> type() {
    return (SqlType<@Nullable Object>) column.type();
  }
}
