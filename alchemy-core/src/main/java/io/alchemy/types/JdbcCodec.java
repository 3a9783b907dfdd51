package io.alchemy.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec of one pair of the driver's methods; null is dealt with here, once. */
record JdbcCodec<T>(int jdbcType, Setter<T> setter, Getter<T> getter) implements Codec<T> {

  /** Binds a value that is not null. */
  @FunctionalInterface
  interface Setter<T> {
    void set(PreparedStatement statement, int index, T value) throws SQLException;
  }

  /** Reads a value, or null for SQL NULL. */
  @FunctionalInterface
  interface Getter<T> {
    @Nullable
    T get(ResultSet row, int index) throws SQLException;
  }

  /** A codec of values that are kept as text. */
  static <T> JdbcCodec<T> text(
      Database database, Function<T, String> write, Function<String, T> read) {
    return new JdbcCodec<>(
        Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, write.apply(value)),
        (row, index) -> {
          String text = database.text(row, index);
          return text == null ? null : read.apply(text);
        });
  }

  @Override
  public void set(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
    if (value == null) {
      statement.setNull(index, jdbcType);
    } else {
      setter.set(statement, index, value);
    }
  }

  @Override
  public @Nullable T get(ResultSet row, int index) throws SQLException {
    return getter.get(row, index);
  }
}
