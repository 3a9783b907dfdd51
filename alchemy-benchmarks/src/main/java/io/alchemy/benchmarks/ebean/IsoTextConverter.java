package io.alchemy.benchmarks.ebean;

import io.alchemy.benchmarks.database.IsoText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Dates with times as ISO text, for SQLite. */
@Converter(autoApply = true)
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
