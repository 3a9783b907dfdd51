package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants, kept as {@link Types#DATETIME_TZ}. */
final class InstantType extends UserDefinedType<Instant, OffsetDateTime> {
  static final InstantType INSTANT = new InstantType();

  private InstantType() {
    super(Instant.class, TemporalType.DATETIME_TZ);
  }

  @Override
  protected OffsetDateTime toDatabase(Instant value) {
    if (value.equals(Instant.MIN)) {
      return OffsetDateTime.MIN;
    }
    if (value.equals(Instant.MAX)) {
      return OffsetDateTime.MAX;
    }
    try {
      return value.atOffset(ZoneOffset.UTC);
    } catch (DateTimeException error) {
      throw new ArgumentException("The instant " + value + " has no date", error);
    }
  }

  @Override
  protected Instant fromDatabase(OffsetDateTime value) {
    if (FarYear.isInfinite(value)) {
      return value.getYear() < 0 ? Instant.MIN : Instant.MAX;
    }
    return value.toInstant();
  }

  @Override
  public @Nullable Instant convert(@Nullable Object value) {
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    OffsetDateTime converted = TemporalType.DATETIME_TZ.convert(value);
    return converted == null ? null : fromDatabase(converted);
  }

  @Override
  public String name() {
    return "INSTANT";
  }
}
