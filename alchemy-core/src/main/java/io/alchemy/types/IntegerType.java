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
      (statement, index, value) -> statement.setShort(index, value),
      ResultSet::getShort);

  static final IntegerType<Integer> INTEGER = new IntegerType<>(
      "INTEGER",
      Integer.class,
      Integer.MIN_VALUE,
      Integer.MAX_VALUE,
      value -> (int) value,
      java.sql.Types.INTEGER,
      (statement, index, value) -> statement.setInt(index, value),
      ResultSet::getInt);

  static final IntegerType<Long> BIGINT = new IntegerType<>(
      "BIGINT",
      Long.class,
      Long.MIN_VALUE,
      Long.MAX_VALUE,
      value -> value,
      java.sql.Types.BIGINT,
      (statement, index, value) -> statement.setLong(index, value),
      ResultSet::getLong);

  private final long min;
  private final long max;
  private final LongFunction<N> narrow;
  private final JdbcCodec.Getter<N> getter;
  private final Codec<N> codec;
  private final Codec<N> longCodec;

  /** @param getter the driver's own, which gives 0 for NULL */
  private IntegerType(
      String name,
      Class<N> javaType,
      long min,
      long max,
      LongFunction<N> narrow,
      int jdbcType,
      JdbcCodec.Setter<N> setter,
      JdbcCodec.Getter<N> getter) {
    super(name, javaType, TypeFamily.NUMBER);
    this.min = min;
    this.max = max;
    this.narrow = narrow;
    this.getter = getter;
    this.codec = new JdbcCodec<>(jdbcType, setter, this::read);
    this.longCodec = new JdbcCodec<>(jdbcType, setter, this::readLong);
  }

  /** By the getter of the type's own size, which PostgreSQL's driver has a shorter way for. */
  private @Nullable N read(ResultSet row, int index) throws SQLException {
    N value;
    try {
      value = getter.get(row, index);
    } catch (SQLException tooLarge) {
      return readLong(row, index);
    }
    return value == null || value.intValue() == 0 && row.wasNull() ? null : value;
  }

  private @Nullable N readLong(ResultSet row, int index) throws SQLException {
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
    return database.cutsIntegers() ? longCodec : codec;
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
