package io.alchemy.types;

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
    return value.atOffset(ZoneOffset.UTC);
  }

  @Override
  protected Instant fromDatabase(OffsetDateTime value) {
    return value.toInstant();
  }

  @Override
  public @Nullable Instant convert(@Nullable Object value) {
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    OffsetDateTime converted = TemporalType.DATETIME_TZ.convert(value);
    return converted == null ? null : converted.toInstant();
  }

  @Override
  public String name() {
    return "INSTANT";
  }
}
