package io.alchemy.benchmarks.hibernate;

import io.alchemy.benchmarks.database.IsoText;
import jakarta.persistence.AttributeConverter;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Dates with times as ISO text, for SQLite. */
public final class IsoTextConverter implements AttributeConverter<LocalDateTime, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable LocalDateTime value) {
    return value == null ? null : IsoText.of(value);
  }

  @Override
  public @Nullable LocalDateTime convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : IsoText.parse(text);
  }
}
