package io.alchemy.compile;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Values of columns whose type nobody knows: as the driver gives them. */
enum UntypedCodec implements io.alchemy.types.Codec<@Nullable Object> {
  INSTANCE;

  @Override
  public void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    statement.setObject(index, value);
  }

  @Override
  public @Nullable Object get(ResultSet row, int index) throws SQLException {
    return row.getObject(index);
  }
}
