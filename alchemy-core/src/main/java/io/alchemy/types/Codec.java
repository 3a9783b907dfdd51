package io.alchemy.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Binds and reads the values of one type on one database, by position and with the driver's typed methods. */
public interface Codec<T extends @Nullable Object> {
  /** Binds {@code value}, which may be null, to the placeholder {@code index}, counted from 1. */
  void set(PreparedStatement statement, int index, @Nullable T value) throws SQLException;

  /** Reads column {@code index}, counted from 1; null for SQL NULL. */
  @Nullable
  T get(ResultSet row, int index) throws SQLException;
}
