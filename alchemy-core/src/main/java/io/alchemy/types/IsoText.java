package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times as text of fixed width ({@code 2026-11-23 18:30:00.000000}), so that they sort as what they mean, and
 * the database's own date functions understand them. Reading is lenient about {@code T}, the fraction and the zone.
 */
final class IsoText {
  private static final int DATE_WIDTH = 10;

  private IsoText() {}

  static String of(LocalDate date) {
    return append(new StringBuilder(DATE_WIDTH), date).toString();
  }

  static String of(LocalTime time) {
    return append(new StringBuilder(15), time).toString();
  }

  static String of(LocalDateTime value) {
    return append(value, 26).toString();
  }

  /** In UTC, since text of mixed zones would not sort. */
  static String of(OffsetDateTime value) {
    return append(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), 32)
        .append("+00:00")
        .toString();
  }

  private static StringBuilder append(LocalDateTime value, int width) {
    StringBuilder to = new StringBuilder(width);
    append(to, value.toLocalDate()).append(' ');
    return append(to, value.toLocalTime());
  }

  private static StringBuilder append(StringBuilder to, LocalDate date) {
    int year = date.getYear();
    if (year < 0 || year > 9999) {
      throw new ArgumentException("The year " + year
          + " cannot be kept: dates are text here, which sorts for years 0 to 9999");
    }
    digits(to, year, 1000);
    digits(to.append('-'), date.getMonthValue(), 10);
    return digits(to.append('-'), date.getDayOfMonth(), 10);
  }

  private static StringBuilder append(StringBuilder to, LocalTime time) {
    digits(to, time.getHour(), 10);
    digits(to.append(':'), time.getMinute(), 10);
    digits(to.append(':'), time.getSecond(), 10);
    return digits(to.append('.'), time.getNano() / 1000, 100_000);
  }

  private static StringBuilder digits(StringBuilder to, int value, int unit) {
    for (int place = unit; place > 0; place /= 10) {
      to.append((char) ('0' + value / place % 10));
    }
    return to;
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw unreadable("date", text, e);
    }
  }

  static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw unreadable("time", text, e);
    }
  }

  static LocalDateTime dateTime(String text) {
    try {
      if (text.length() == DATE_WIDTH) {
        return LocalDate.parse(text).atStartOfDay();
      }
      return LocalDateTime.of(
          LocalDate.parse(text.substring(0, DATE_WIDTH)),
          LocalTime.parse(text.substring(DATE_WIDTH + 1)));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      throw unreadable("date and time", text, e);
    }
  }

  /** Text without a zone is UTC, as SQLite's {@code CURRENT_TIMESTAMP} is. */
  static OffsetDateTime zoned(String text) {
    int zone = zoneStart(text);
    try {
      return dateTime(text.substring(0, zone))
          .atOffset(zone == text.length() ? ZoneOffset.UTC : ZoneOffset.of(text.substring(zone)));
    } catch (DateTimeException e) {
      throw unreadable("date and time with a zone", text, e);
    }
  }

  private static int zoneStart(String text) {
    for (int i = DATE_WIDTH; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+' || c == '-' || c == 'Z') {
        return i;
      }
    }
    return text.length();
  }

  private static ArgumentException unreadable(String what, String text, Exception cause) {
    return new ArgumentException(
        "The database holds '" + text + "' where a " + what + " in ISO form is expected", cause);
  }
}
