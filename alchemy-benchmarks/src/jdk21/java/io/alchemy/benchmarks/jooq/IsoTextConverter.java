package io.alchemy.benchmarks.jooq;

import io.alchemy.benchmarks.database.IsoText;
import java.time.LocalDateTime;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Dates with times as ISO text, for SQLite. */
final class IsoTextConverter extends AbstractConverter<String, LocalDateTime> {
  private static final long serialVersionUID = 1;

  IsoTextConverter() {
    super(String.class, LocalDateTime.class);
  }

  @Override
  public @Nullable LocalDateTime from(@Nullable String text) {
    return text == null ? null : IsoText.parse(text);
  }

  @Override
  public @Nullable String to(@Nullable LocalDateTime value) {
    return value == null ? null : IsoText.of(value);
  }
}
