package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The types that come with the library, meant for a static star import. No constant is named like a class of the JDK.
 *
 * <p>Times are of microseconds; what is finer is cut off when bound. SQLite has no types for dates and times, decimals,
 * UUIDs and JSON: they are kept there as text that sorts and compares as what it means (decimals of up to 15 digits as
 * numbers), in columns whose declared type still says what they hold.
 *
 * <p>An empty text is a text, and none is NULL; a database that cannot tell the two apart (Oracle) reads it back as null.
 */
public final class Types {
  public static final SqlType<Short> SMALLINT = IntegerType.SMALLINT;
  public static final SqlType<Integer> INTEGER = IntegerType.INTEGER;
  public static final SqlType<Long> BIGINT = IntegerType.BIGINT;

  /** Single precision. */
  public static final SqlType<Float> REAL = FloatType.REAL;

  /** Double precision, by the name that SQL gives it first. */
  public static final SqlType<Double> FLOAT = FloatType.FLOAT;

  public static final SqlType<Double> DOUBLE = FloatType.DOUBLE;

  /** Decimals of any precision and scale. */
  public static final SqlType<BigDecimal> NUMERIC = NumericType.NUMERIC;

  public static final SqlType<Boolean> BOOLEAN = BooleanType.BOOLEAN;

  /** Text of any length. */
  public static final SqlType<String> TEXT = StringType.TEXT;

  /** Text of any length, in Unicode also where the database tells it apart. */
  public static final SqlType<String> UNICODE_TEXT = StringType.UNICODE_TEXT;

  public static final SqlType<LocalDate> DATE = TemporalType.DATE;
  public static final SqlType<LocalTime> TIME = TemporalType.TIME;

  /** A date and time with no zone. */
  public static final SqlType<LocalDateTime> DATETIME = TemporalType.DATETIME;

  /** An instant. Any offset may be bound; what is read has the offset UTC. */
  public static final SqlType<OffsetDateTime> DATETIME_TZ = TemporalType.DATETIME_TZ;

  public static final SqlType<byte[]> BLOB = BinaryType.BLOB;

  private static final Map<Class<?>, SqlType<?>> BY_CLASS = Map.ofEntries(
      Map.entry(Short.class, SMALLINT),
      Map.entry(Integer.class, INTEGER),
      Map.entry(Long.class, BIGINT),
      Map.entry(Float.class, REAL),
      Map.entry(Double.class, DOUBLE),
      Map.entry(BigDecimal.class, NUMERIC),
      Map.entry(Boolean.class, BOOLEAN),
      Map.entry(String.class, TEXT),
      Map.entry(LocalDate.class, DATE),
      Map.entry(LocalTime.class, TIME),
      Map.entry(LocalDateTime.class, DATETIME),
      Map.entry(OffsetDateTime.class, DATETIME_TZ),
      Map.entry(Instant.class, InstantType.INSTANT),
      Map.entry(byte[].class, BLOB),
      Map.entry(UUID.class, UuidType.UUID_TYPE),
      Map.entry(short.class, SMALLINT),
      Map.entry(int.class, INTEGER),
      Map.entry(long.class, BIGINT),
      Map.entry(float.class, REAL),
      Map.entry(double.class, DOUBLE),
      Map.entry(boolean.class, BOOLEAN));

  private Types() {}

  /** {@code VARCHAR(length)}, of Unicode also where the database tells it apart. */
  public static SqlType<String> unicode(int length) {
    return StringType.of("UNICODE", "VARCHAR", length);
  }

  /** {@code VARCHAR(length)}. SQLite does not hold values to the length. */
  public static SqlType<String> varchar(int length) {
    return StringType.of("VARCHAR", "VARCHAR", length);
  }

  /** {@code VARCHAR(length)}: another name of {@link #varchar}. */
  public static SqlType<String> string(int length) {
    return varchar(length);
  }

  /** {@code VARCHAR}, for databases that need no length. */
  public static SqlType<String> string() {
    return StringType.STRING;
  }

  /** {@code CHAR(length)}; databases other than SQLite pad what is shorter with blanks. */
  public static SqlType<String> character(int length) {
    return StringType.of("CHAR", "CHAR", length);
  }

  /** Exact decimals: {@code precision} digits, {@code scale} of them after the point. */
  public static SqlType<BigDecimal> numeric(int precision, int scale) {
    return NumericType.of(precision, scale);
  }

  public static SqlType<UUID> uuid() {
    return UuidType.UUID_TYPE;
  }

  /** An instant as {@link Instant}; in the database the same as {@link #DATETIME_TZ}. */
  public static SqlType<Instant> instant() {
    return InstantType.INSTANT;
  }

  /** The constants of an enum, kept by name in a {@code VARCHAR} as long as the longest. */
  public static <E extends Enum<E>> SqlType<E> enumOf(Class<E> type) {
    return new EnumType<>(type);
  }

  /** A JSON object: maps with text keys, lists, text, numbers, booleans and null. */
  public static SqlType<Map<String, Object>> jsonObject() {
    return JsonType.OBJECT;
  }

  /**
   * A value kept as JSON: a record (of such values), or what JSON itself has.
   *
   * @throws ArgumentException for a class that it cannot read back; write a {@link UserDefinedType} for that
   */
  public static <T> SqlType<T> jsonOf(Class<T> type) {
    return JsonType.of(type);
  }

  /** An array, on databases that have them. */
  public static <T extends @Nullable Object> SqlType<List<T>> arrayOf(SqlType<T> element) {
    return new ArrayType<>(element);
  }

  /**
   * The type for values of a class, primitives included: what a literal or an annotated field of it gets.
   *
   * @throws ArgumentException if there is none
   */
  @SuppressWarnings("unchecked")
  public static <T> SqlType<T> of(Class<T> javaType) {
    SqlType<?> known = BY_CLASS.get(javaType);
    if (known != null) {
      return (SqlType<T>) known;
    }
    if (javaType.isEnum()) {
      return (SqlType<T>) enumType(javaType);
    }
    throw new ArgumentException("No SQL type is known for "
        + javaType.getName()
        + ": give one, with jsonOf(…) or by extending UserDefinedType");
  }

  /** The type for a value, by its class; an enum's constant with a body counts as its enum. */
  @SuppressWarnings("unchecked")
  public static <T> SqlType<T> typeOf(T value) {
    Class<?> javaType =
        value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    return (SqlType<T>) of(javaType);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static SqlType<?> enumType(Class<?> type) {
    return new EnumType(type);
  }
}
