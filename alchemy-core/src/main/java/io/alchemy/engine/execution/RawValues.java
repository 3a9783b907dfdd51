package io.alchemy.engine.execution;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values as drivers give them, made independent of the connection and, where JDBC has old classes, of those. */
final class RawValues {
  private RawValues() {}

  static @Nullable Object detached(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof String || value instanceof Number) {
      return value;
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Time time) {
      return time.toLocalTime();
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) clob.length());
    }
    if (value instanceof Blob blob) {
      return blob.getBytes(1, (int) blob.length());
    }
    if (value instanceof SQLXML xml) {
      return xml.getString();
    }
    if (value instanceof Array array) {
      return Arrays.asList((Object[]) array.getArray());
    }
    return value;
  }

  /**
   * {@code value} as a {@code type}: itself, or the same number as another type.
   *
   * @throws ArgumentException when it is no such value, or would lose something
   */
  @SuppressWarnings("unchecked")
  static <T> @Nullable T as(@Nullable Object value, Class<T> type) {
    if (value == null || type.isInstance(value)) {
      return (T) value;
    }
    Object converted = null;
    if (value instanceof Number number) {
      converted = number(number, type);
    } else if (type == String.class && !(value instanceof byte[])) {
      converted = value.toString();
    }
    if (converted == null) {
      throw new ArgumentException(value.getClass().getSimpleName()
          + " "
          + ParameterText.of(value)
          + " is no "
          + type.getSimpleName());
    }
    return (T) converted;
  }

  private static @Nullable Object number(Number number, Class<?> type) {
    try {
      BigDecimal exact = new BigDecimal(number.toString());
      if (type == Integer.class || type == int.class) {
        return exact.intValueExact();
      }
      if (type == Long.class || type == long.class) {
        return exact.longValueExact();
      }
      if (type == Short.class || type == short.class) {
        return exact.shortValueExact();
      }
      if (type == BigInteger.class) {
        return exact.toBigIntegerExact();
      }
      if (type == BigDecimal.class) {
        return exact;
      }
      if (type == Double.class || type == double.class) {
        return number.doubleValue();
      }
      if (type == Boolean.class
          && exact.compareTo(BigDecimal.ZERO) * exact.compareTo(BigDecimal.ONE) == 0) {
        return exact.signum() != 0;
      }
      return null;
    } catch (ArithmeticException loss) {
      throw new ArgumentException(number + " does not fit into " + type.getSimpleName(), loss);
    }
  }
}
