package io.alchemy.benchmarks.twin;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates with times as the text that the wiki keeps in SQLite. */
@Converter(autoApply = true)
public class IsoTextConverter implements AttributeConverter<LocalDateTime, String> {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable LocalDateTime value) {
    return value == null ? null : TEXT.format(value);
  }

  @Override
  public @Nullable LocalDateTime convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : LocalDateTime.parse(text, TEXT);
  }
}
