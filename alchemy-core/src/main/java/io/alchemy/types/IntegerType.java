package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
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
      new JdbcCodec<>(
          java.sql.Types.SMALLINT,
          (statement, index, value) -> statement.setShort(index, value),
          (row, index) -> {
            short value = row.getShort(index);
            return value == 0 && row.wasNull() ? null : value;
          }));

  static final IntegerType<Integer> INTEGER = new IntegerType<>(
      "INTEGER",
      Integer.class,
      Integer.MIN_VALUE,
      Integer.MAX_VALUE,
      value -> (int) value,
      new JdbcCodec<>(
          java.sql.Types.INTEGER,
          (statement, index, value) -> statement.setInt(index, value),
          (row, index) -> {
            int value = row.getInt(index);
            return value == 0 && row.wasNull() ? null : value;
          }));

  static final IntegerType<Long> BIGINT = new IntegerType<>(
      "BIGINT",
      Long.class,
      Long.MIN_VALUE,
      Long.MAX_VALUE,
      value -> value,
      new JdbcCodec<>(
          java.sql.Types.BIGINT,
          (statement, index, value) -> statement.setLong(index, value),
          (row, index) -> {
            long value = row.getLong(index);
            return value == 0 && row.wasNull() ? null : value;
          }));

  private final long min;
  private final long max;
  private final LongFunction<N> narrow;
  private final Codec<N> codec;

  private IntegerType(
      String name, Class<N> javaType, long min, long max, LongFunction<N> narrow, Codec<N> codec) {
    super(name, javaType, TypeFamily.NUMBER);
    this.min = min;
    this.max = max;
    this.narrow = narrow;
    this.codec = codec;
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
      long whole = exact.longValueExact();
      if (min <= whole && whole <= max) {
        return narrow.apply(whole);
      }
    } catch (ArithmeticException e) {
      // refused below, with the value
    }
    throw new ArgumentException(name() + " cannot hold " + exact.toPlainString());
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
