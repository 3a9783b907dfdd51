package io.alchemy.engine.execution;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to update, by key.
 *
 * @param set the columns to write
 * @param where the columns that find the row; a null value is IS NULL
 * @param rows the values of {@code set}, then those of {@code where}; a value to set may be an
 *     {@link io.alchemy.sql.Expression}
 */
public record UpdateRows(
    Table table, List<Column<?>> set, List<Column<?>> where, List<@Nullable Object[]> rows) {}
