package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimals.
 *
 * <p>SQLite has none. Up to 15 digits, which a binary double keeps exactly, values are numbers there and are read back at
 * the type's scale. With more digits, or no limit, they are text that is compared as a number by the collation
 * {@code decimal}, which the dialect gives to each connection and SQLite's own shell has built in; sums and other
 * arithmetic on them are of double precision, and are read with the digits that are sure.
 */
final class NumericType extends BuiltinType<BigDecimal> {
  /** Every decimal of so many digits survives the way to a double and back (IEEE 754 binary64). */
  private static final int DIGITS_OF_DOUBLE = 15;

  static final NumericType NUMERIC = new NumericType("NUMERIC", -1, -1, false);

  private final int precision;
  private final int scale;
  private final boolean computed;

  /** @param computed whether what is read may have more digits after the point than the type says */
  private NumericType(String name, int precision, int scale, boolean computed) {
    super(name, BigDecimal.class, TypeFamily.NUMBER);
    this.precision = precision;
    this.scale = scale;
    this.computed = computed;
  }

  static NumericType of(int precision, int scale) {
    if (precision < 1 || scale < 0 || scale > precision) {
      throw new ArgumentException("numeric(" + precision + ", " + scale
          + "): at least one digit, and a scale from 0 to it");
    }
    return new NumericType("NUMERIC(" + precision + ", " + scale + ")", precision, scale, false);
  }

  /** Any number as a decimal of the same value; null where it is no number, or not finite. */
  static @Nullable BigDecimal exact(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue())
          ? new BigDecimal(value.toString())
          : null;
    }
    return null;
  }

  private boolean isLimited() {
    return precision > 0;
  }

  private boolean fitsDouble() {
    return isLimited() && precision <= DIGITS_OF_DOUBLE;
  }

  @Override
  public String ddl(Database database) {
    String nativeName =
        database.nativeName(isLimited() ? NativeType.DECIMAL : NativeType.UNLIMITED_DECIMAL);
    String limits = isLimited() ? "(" + precision + ", " + scale + ")" : "";
    if (nativeName != null) {
      return nativeName + limits;
    }
    return fitsDouble() ? "NUMERIC" + limits : "DECIMAL_TEXT" + limits + " COLLATE decimal";
  }

  @Override
  String castName(Database database) {
    String nativeName = database.nativeName(NativeType.UNLIMITED_DECIMAL);
    return nativeName == null ? ddl(database) : nativeName;
  }

  @Override
  public Codec<BigDecimal> codec(Database database) {
    if (database.nativeName(NativeType.DECIMAL) != null) {
      return new JdbcCodec<>(
          java.sql.Types.NUMERIC,
          (statement, index, value) -> statement.setBigDecimal(index, value),
          (row, index) -> {
            BigDecimal read = row.getBigDecimal(index);
            return read == null ? null : atScale(read);
          });
    }
    if (fitsDouble()) {
      return new JdbcCodec<>(
          java.sql.Types.DOUBLE,
          (statement, index, value) -> statement.setDouble(index, value.doubleValue()),
          (row, index) -> read(database, row, index));
    }
    return new JdbcCodec<>(
        java.sql.Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, toText(value)),
        (row, index) -> read(database, row, index));
  }

  @Override
  public SqlType<BigDecimal> assigned() {
    return new AssignedType<>(this);
  }

  @Override
  public SqlType<BigDecimal> computedWith(@Nullable SqlType<?> operand, boolean sum) {
    boolean finer = !sum
        || operand instanceof NumericType other
            && (other.computed || !other.isLimited() || other.scale > scale);
    return finer && isLimited() && !computed
        ? new NumericType("computed " + name(), precision, scale, true)
        : this;
  }

  /** The cast gives the bind TEXT affinity, so that SQLite compares what it computed with it as text, by the collation. */
  @Override
  public String placeholder(Database database, String marker) {
    return database.nativeName(NativeType.DECIMAL) != null || fitsDouble()
        ? marker
        : "CAST(" + marker + " AS TEXT) COLLATE decimal";
  }

  /** H2 computes in DECFLOAT, which gives ten back as 1E+1, and 1.50 as 1.5. */
  private BigDecimal atScale(BigDecimal read) {
    int least = Math.max(scale, 0);
    return read.scale() >= least ? read : read.setScale(least);
  }

  private @Nullable BigDecimal read(Database database, ResultSet row, int index)
      throws SQLException {
    if (computed || !isLimited()) {
      Object value = row.getObject(index);
      if (value instanceof Double real && Double.isFinite(real)) {
        return atScale(new BigDecimal(real).round(new MathContext(DIGITS_OF_DOUBLE)));
      }
    }
    String text = database.text(row, index);
    return text == null ? null : fromText(text);
  }

  @Override
  @Nullable
  BigDecimal convertOther(Object value) {
    return exact(value);
  }

  @Override
  public @Nullable BigDecimal stored(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (!isLimited()) {
      return value.scale() < 0 ? value.setScale(0) : value;
    }
    BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
    if (rounded.precision() > precision) {
      throw new ArgumentException(name() + " cannot hold " + value.toPlainString());
    }
    return rounded;
  }

  @Override
  public boolean same(@Nullable BigDecimal left, @Nullable BigDecimal right) {
    return left == null || right == null ? left == right : left.compareTo(right) == 0;
  }

  @Override
  public String literal(Database database, BigDecimal value) {
    boolean text = database.nativeName(NativeType.DECIMAL) == null && !fitsDouble();
    return text ? quoted(toText(value)) : toText(value);
  }

  /** At the type's scale if that loses nothing, so that equal numbers are equal text. */
  @Override
  String toText(BigDecimal value) {
    boolean fits = isLimited() && value.scale() <= scale;
    return (fits ? value.setScale(scale, RoundingMode.UNNECESSARY) : value).toPlainString();
  }

  @Override
  BigDecimal fromText(String text) {
    BigDecimal value = new BigDecimal(text);
    return computed || !isLimited() ? atScale(value) : value.setScale(scale, RoundingMode.HALF_UP);
  }
}
