package io.alchemy.engine.execution;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to delete, by key.
 *
 * @param where the columns that find the row
 * @param rows their values
 */
public record DeleteRows(Table table, List<Column<?>> where, List<@Nullable Object[]> rows) {}
