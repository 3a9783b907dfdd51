package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.types.Codec;
import io.alchemy.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Binds an IN list as an array, and names one that is longer than the database's arrays. */
final class ArrayCodec implements Codec<Object> {
  private final SqlDialect dialect;
  private final Codec<Object> codec;

  @SuppressWarnings("unchecked") // the list's values are of the array's type
  ArrayCodec(SqlDialect dialect, SqlType<?> arrayType) {
    this.dialect = dialect;
    this.codec = (Codec<Object>) dialect.codec(arrayType);
  }

  @Override
  public void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Collection<?> list && list.size() > dialect.maxElements()) {
      throw new ArgumentException("the list of in(…) has "
          + list.size()
          + " values, and an array of "
          + dialect.name()
          + " at most "
          + dialect.maxElements()
          + ": execute the statement in parts, or put the values into a table and join it");
    }
    codec.set(statement, index, value);
  }

  @Override
  public @Nullable Object get(ResultSet row, int index) throws SQLException {
    return codec.get(row, index);
  }
}
