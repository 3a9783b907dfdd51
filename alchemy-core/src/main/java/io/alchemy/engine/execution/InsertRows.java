package io.alchemy.engine.execution;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to insert.
 *
 * @param columns the columns that every row gives; empty for rows of nothing but defaults
 * @param rows their values, by position; a value may be an {@link io.alchemy.sql.Expression}, which is written inline
 * @param returned columns whose values the database makes and the caller needs: keys, server defaults
 */
public record InsertRows(
    Table table,
    List<Column<?>> columns,
    List<@Nullable Object[]> rows,
    List<Column<?>> returned) {}
