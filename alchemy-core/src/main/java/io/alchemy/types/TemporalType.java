package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times, of microseconds: that is what databases keep, so the rest is cut off when bound. Where the database has
 * no such type they are ISO text, see {@link IsoText}; years that have no such text are those of {@link FarYear}.
 */
final class TemporalType<T extends Temporal> extends BuiltinType<T> {
  static final TemporalType<LocalDate> DATE = new TemporalType<>(
      "DATE",
      LocalDate.class,
      LocalDate.MIN,
      LocalDate.MAX,
      NativeType.DATE,
      value -> value,
      IsoText::of,
      IsoText::date,
      value -> value instanceof Date date ? date.toLocalDate() : null);

  static final TemporalType<LocalTime> TIME = new TemporalType<>(
      "TIME",
      LocalTime.class,
      LocalTime.MIN,
      LocalTime.MAX,
      NativeType.TIME,
      value -> isWhole(value.getNano()) ? value : value.truncatedTo(ChronoUnit.MICROS),
      IsoText::of,
      IsoText::time,
      value -> value instanceof Time time ? time.toLocalTime() : null);

  static final TemporalType<LocalDateTime> DATETIME = new TemporalType<>(
      "DATETIME",
      LocalDateTime.class,
      LocalDateTime.MIN,
      LocalDateTime.MAX,
      NativeType.DATETIME,
      value -> isWhole(value.getNano()) ? value : value.truncatedTo(ChronoUnit.MICROS),
      IsoText::of,
      IsoText::dateTime,
      value -> value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : null);

  /** Instants with the offset UTC: databases keep the instant, not the zone. */
  static final TemporalType<OffsetDateTime> DATETIME_TZ = new TemporalType<>(
      "DATETIME_TZ",
      OffsetDateTime.class,
      OffsetDateTime.MIN,
      OffsetDateTime.MAX,
      NativeType.DATETIME_TZ,
      TemporalType::atUtc,
      IsoText::of,
      IsoText::zoned,
      TemporalType::offsetDateTime);

  private final NativeType nativeType;
  private final T first;
  private final T last;
  private final UnaryOperator<T> truncate;
  private final Function<T, String> write;
  private final Function<String, T> read;
  private final Function<Object, @Nullable T> convert;

  private TemporalType(
      String name,
      Class<T> javaType,
      T first,
      T last,
      NativeType nativeType,
      UnaryOperator<T> truncate,
      Function<T, String> write,
      Function<String, T> read,
      Function<Object, @Nullable T> convert) {
    super(name, javaType, TypeFamily.TEMPORAL);
    this.nativeType = nativeType;
    this.first = first;
    this.last = last;
    this.truncate = truncate;
    this.write = write;
    this.read = read;
    this.convert = convert;
  }

  /** Whether nothing is finer than a microsecond, so that nothing is to be cut off. */
  private static boolean isWhole(int nanos) {
    return nanos % 1_000 == 0;
  }

  /** What is infinite has no other offset: on Java's last day it may be the day after. */
  private static OffsetDateTime atUtc(OffsetDateTime value) {
    if (FarYear.isInfinite(value)) {
      return value;
    }
    return value.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable OffsetDateTime offsetDateTime(Object value) {
    if (value instanceof ZonedDateTime zoned) {
      return zoned.toOffsetDateTime();
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Timestamp timestamp
        ? timestamp.toInstant().atOffset(ZoneOffset.UTC)
        : null;
  }

  @Override
  public String ddl(Database database) {
    String nativeName = database.nativeName(nativeType);
    return nativeName == null ? name() : nativeName;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Codec<T> codec(Database database) {
    if (database.nativeName(nativeType) == null) {
      return JdbcCodec.text(database, write, read);
    }
    Class<T> javaType = (Class<T>) javaType();
    return new JdbcCodec<>(
        jdbcType(),
        (statement, index, value) -> statement.setObject(index, kept(database, value)),
        nativeType == NativeType.DATETIME_TZ
            ? (row, index) -> kept(row.getObject(index, javaType))
            : (row, index) -> row.getObject(index, javaType));
  }

  private T kept(Database database, T value) {
    T kept = truncate.apply(value);
    if (hasYear()
        && kept.get(ChronoField.YEAR) < database.firstYear()
        && !FarYear.isInfinite(kept)) {
      throw new ArgumentException("The year "
          + kept.get(ChronoField.YEAR)
          + " cannot be kept: the years of "
          + database.name()
          + " begin with "
          + database.firstYear());
    }
    return kept;
  }

  private boolean hasYear() {
    return nativeType != NativeType.TIME;
  }

  /** Some databases give the offset back that a value was written with. */
  private @Nullable T kept(@Nullable T read) {
    return read == null ? null : truncate.apply(read);
  }

  private int jdbcType() {
    return switch (nativeType) {
      case DATE -> java.sql.Types.DATE;
      case TIME -> java.sql.Types.TIME;
      case DATETIME_TZ -> java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
      default -> java.sql.Types.TIMESTAMP;
    };
  }

  @Override
  @Nullable
  T convertOther(Object value) {
    return convert.apply(value);
  }

  @Override
  public @Nullable T stored(@Nullable T value) {
    if (value == null) {
      return null;
    }
    T kept = truncate.apply(value);
    return kept.equals(value) ? value : kept;
  }

  /** By what the database keeps: offsets and nanoseconds do not count. */
  @Override
  public boolean same(@Nullable T left, @Nullable T right) {
    return left == null || right == null
        ? left == right
        : truncate.apply(left).equals(truncate.apply(right));
  }

  @Override
  public String literal(Database database, T value) {
    String nativeName = database.nativeName(nativeType);
    String text = quoted(toText(value));
    return nativeName == null ? text : nativeType.standardName() + " " + text;
  }

  @Override
  String toText(T value) {
    return hasYear() ? FarYear.write(truncate.apply(value), write) : write.apply(value);
  }

  @Override
  T fromText(String text) {
    return hasYear() ? FarYear.read(text, read, first, last) : read.apply(text);
  }
}
