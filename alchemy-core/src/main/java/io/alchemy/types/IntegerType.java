package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Whole numbers of 16, 32 and 64 bits. */
final class IntegerType<N extends Number> extends BuiltinType<N> {
  static final IntegerType<Short> SMALLINT = new IntegerType<>(
      "SMALLINT",
      Short.class,
      Short.MIN_VALUE,
      Short.MAX_VALUE,
      value -> (short) value,
      java.sql.Types.SMALLINT,
      (statement, index, value) -> statement.setShort(index, value));

  static final IntegerType<Integer> INTEGER = new IntegerType<>(
      "INTEGER",
      Integer.class,
      Integer.MIN_VALUE,
      Integer.MAX_VALUE,
      value -> (int) value,
      java.sql.Types.INTEGER,
      (statement, index, value) -> statement.setInt(index, value));

  static final IntegerType<Long> BIGINT = new IntegerType<>(
      "BIGINT",
      Long.class,
      Long.MIN_VALUE,
      Long.MAX_VALUE,
      value -> value,
      java.sql.Types.BIGINT,
      (statement, index, value) -> statement.setLong(index, value));

  private final long min;
  private final long max;
  private final LongFunction<N> narrow;
  private final Codec<N> codec;

  private IntegerType(
      String name,
      Class<N> javaType,
      long min,
      long max,
      LongFunction<N> narrow,
      int jdbcType,
      JdbcCodec.Setter<N> setter) {
    super(name, javaType, TypeFamily.NUMBER);
    this.min = min;
    this.max = max;
    this.narrow = narrow;
    this.codec = new JdbcCodec<>(jdbcType, setter, this::read);
  }

  /** SQLite keeps 64 bits in any integer column, and its driver's getters cut off what does not fit. */
  private @Nullable N read(ResultSet row, int index) throws SQLException {
    long value = row.getLong(index);
    return value == 0 && row.wasNull() ? null : within(value);
  }

  private N within(long value) {
    if (value < min || value > max) {
      throw new ArgumentException(name() + " cannot hold " + value);
    }
    return narrow.apply(value);
  }

  @Override
  public String ddl(Database database) {
    return name();
  }

  @Override
  public Codec<N> codec(Database database) {
    return codec;
  }

  @Override
  @Nullable
  N convertOther(Object value) {
    BigDecimal exact = NumericType.exact(value);
    if (exact == null) {
      return null;
    }
    try {
      return within(exact.longValueExact());
    } catch (ArithmeticException e) {
      throw new ArgumentException(name() + " cannot hold " + exact.toPlainString(), e);
    }
  }

  @Override
  public String literal(Database database, N value) {
    return toText(value);
  }

  @Override
  String toText(N value) {
    return value.toString();
  }

  @Override
  N fromText(String text) {
    return narrow.apply(Long.parseLong(text));
  }
}
