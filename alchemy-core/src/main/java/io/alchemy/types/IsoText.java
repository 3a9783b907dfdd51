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
  private static final int TIME_WIDTH = 15;

  private IsoText() {}

  static String of(LocalDate date) {
    byte[] text = new byte[DATE_WIDTH];
    write(text, date);
    return text(text);
  }

  static String of(LocalTime time) {
    byte[] text = new byte[TIME_WIDTH];
    write(text, 0, time);
    return text(text);
  }

  static String of(LocalDateTime value) {
    byte[] text = new byte[DATE_WIDTH + 1 + TIME_WIDTH];
    write(text, value);
    return text(text);
  }

  /** In UTC, since text of mixed zones would not sort. */
  static String of(OffsetDateTime value) {
    requireSortable(value.getYear());
    LocalDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return of(utc) + "+00:00";
  }

  @SuppressWarnings("deprecation") // all of it is ASCII, and no decoder is needed
  private static String text(byte[] ascii) {
    return new String(ascii, 0);
  }

  private static void write(byte[] to, LocalDateTime value) {
    write(to, value.toLocalDate());
    to[DATE_WIDTH] = ' ';
    write(to, DATE_WIDTH + 1, value.toLocalTime());
  }

  private static void write(byte[] to, LocalDate date) {
    int year = date.getYear();
    requireSortable(year);
    twoDigits(to, 0, year / 100);
    twoDigits(to, 2, year % 100);
    to[4] = '-';
    twoDigits(to, 5, date.getMonthValue());
    to[7] = '-';
    twoDigits(to, 8, date.getDayOfMonth());
  }

  private static void requireSortable(int year) {
    if (year < 0 || year > 9999) {
      throw new ArgumentException("The year " + year
          + " cannot be kept: dates are text here, which sorts for years 0 to 9999");
    }
  }

  private static void write(byte[] to, int at, LocalTime time) {
    int micros = time.getNano() / 1000;
    twoDigits(to, at, time.getHour());
    to[at + 2] = ':';
    twoDigits(to, at + 3, time.getMinute());
    to[at + 5] = ':';
    twoDigits(to, at + 6, time.getSecond());
    to[at + 8] = '.';
    twoDigits(to, at + 9, micros / 10_000);
    twoDigits(to, at + 11, micros / 100 % 100);
    twoDigits(to, at + 13, micros % 100);
  }

  private static void twoDigits(byte[] to, int at, int value) {
    to[at] = (byte) ('0' + value / 10);
    to[at + 1] = (byte) ('0' + value % 10);
  }

  static LocalDate date(String text) {
    try {
      return parseDate(text, text.length());
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw unreadable("date", text, e);
    }
  }

  static LocalTime time(String text) {
    try {
      return parseTime(text, 0, text.length());
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw unreadable("time", text, e);
    }
  }

  static LocalDateTime dateTime(String text) {
    return dateTime(text, text.length());
  }

  private static LocalDateTime dateTime(String text, int end) {
    try {
      LocalDate date = parseDate(text, Math.min(end, DATE_WIDTH));
      return end == DATE_WIDTH
          ? date.atStartOfDay()
          : LocalDateTime.of(date, parseTime(text, DATE_WIDTH + 1, end));
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw unreadable("date and time", text, e);
    }
  }

  /** {@code yyyy-mm-dd}, without the cost of a formatter. */
  private static LocalDate parseDate(String text, int end) {
    if (end != DATE_WIDTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException("no date");
    }
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  /** {@code hh:mm}, with seconds and a fraction of up to nine digits if they are there. */
  private static LocalTime parseTime(String text, int start, int end) {
    int colon = start + 2;
    if (text.charAt(colon) != ':') {
      throw new DateTimeException("no time");
    }
    int hour = number(text, start, colon);
    int minute = number(text, colon + 1, colon + 3);
    if (end == colon + 3) {
      return LocalTime.of(hour, minute);
    }
    int second = number(text, colon + 4, colon + 6);
    int fraction = colon + 7;
    if (text.charAt(colon + 3) != ':' || end > fraction - 1 && text.charAt(fraction - 1) != '.') {
      throw new DateTimeException("no time");
    }
    int nanos = 0;
    for (int i = fraction, unit = 100_000_000; i < end; i++, unit /= 10) {
      nanos += number(text, i, i + 1) * unit;
    }
    return LocalTime.of(hour, minute, second, nanos);
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Text without a zone is UTC, as SQLite's {@code CURRENT_TIMESTAMP} is. */
  static OffsetDateTime zoned(String text) {
    int zone = zoneStart(text);
    try {
      return dateTime(text, zone)
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
