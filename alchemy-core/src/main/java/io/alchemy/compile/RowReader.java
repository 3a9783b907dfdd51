package io.alchemy.compile;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes one value of a row, by position. */
@FunctionalInterface
public interface RowReader<R extends @Nullable Object> {
  R read(ResultSet row) throws SQLException;
}
