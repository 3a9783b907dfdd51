package io.alchemy.benchmarks.mybatis;

import io.alchemy.benchmarks.database.IsoText;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Dates with times as ISO text, for SQLite. */
final class IsoTextHandler extends BaseTypeHandler<LocalDateTime> {
  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, LocalDateTime value, @Nullable JdbcType type)
      throws SQLException {
    statement.setString(index, IsoText.of(value));
  }

  @Override
  public @Nullable LocalDateTime getNullableResult(ResultSet rows, String column)
      throws SQLException {
    return parse(rows.getString(column));
  }

  @Override
  public @Nullable LocalDateTime getNullableResult(ResultSet rows, int column) throws SQLException {
    return parse(rows.getString(column));
  }

  @Override
  public @Nullable LocalDateTime getNullableResult(CallableStatement call, int column)
      throws SQLException {
    return parse(call.getString(column));
  }

  private static @Nullable LocalDateTime parse(@Nullable String text) {
    return text == null ? null : IsoText.parse(text);
  }
}
