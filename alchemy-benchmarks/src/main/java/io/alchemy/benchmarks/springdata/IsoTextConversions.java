package io.alchemy.benchmarks.springdata;

import io.alchemy.benchmarks.database.IsoText;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Dates with times as ISO text, for SQLite. */
final class IsoTextConversions {
  private IsoTextConversions() {}

  static List<Converter<?, ?>> both() {
    return List.of(new Reading(), new Writing());
  }

  @ReadingConverter
  private static final class Reading implements Converter<String, LocalDateTime> {
    @Override
    public LocalDateTime convert(String text) {
      return IsoText.parse(text);
    }
  }

  @WritingConverter
  private static final class Writing implements Converter<LocalDateTime, String> {
    @Override
    public String convert(LocalDateTime value) {
      return IsoText.of(value);
    }
  }
}
