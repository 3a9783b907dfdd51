package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.function.Function;

/**
 * Dates and times whose year has not four digits, as text: written as PostgreSQL reads them ({@code 0044-03-15 BC},
 * {@code 12026-11-23}), and read with a sign too, as H2 writes them. The first and the last day of Java are infinities, which
 * is what PostgreSQL's driver makes of them.
 */
final class FarYear {
  private static final String INFINITY = "infinity";
  private static final String BEFORE_CHRIST = " BC";
  private static final int LEAP_YEAR = 2000;
  private static final int COMMON_YEAR = 2001;

  private FarYear() {}

  /** Whether it is on the first or the last day that Java has: no time, but one before or after all others. */
  static boolean isInfinite(Temporal value) {
    if (Math.abs(value.get(ChronoField.YEAR)) != Year.MAX_VALUE) {
      return false;
    }
    LocalDate day = LocalDate.from(value);
    return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX);
  }

  /** @param near writes years of four digits */
  static <T extends Temporal> String write(T value, Function<T, String> near) {
    int year = value.get(ChronoField.YEAR);
    if (year > 0 && year <= 9999) {
      return near.apply(value);
    }
    if (isInfinite(value)) {
      return year < 0 ? "-" + INFINITY : INFINITY;
    }
    int ofEra = year > 0 ? year : 1 - year;
    return String.format("%04d", ofEra)
        + near.apply(inYear(value, likeIt(year))).substring(4)
        + (year > 0 ? "" : BEFORE_CHRIST);
  }

  /** @param near reads years of four digits */
  static <T extends Temporal> T read(String text, Function<String, T> near, T first, T last) {
    int dash = text.indexOf('-', 1);
    boolean beforeChrist = text.endsWith(BEFORE_CHRIST);
    if (dash == 4 && !beforeChrist) {
      return near.apply(text);
    }
    if (text.equals(INFINITY)) {
      return last;
    }
    if (text.equals("-" + INFINITY)) {
      return first;
    }
    try {
      int written = Integer.parseInt(text.substring(0, Math.max(dash, 0)));
      int year = beforeChrist ? 1 - written : written;
      int end = text.length() - (beforeChrist ? BEFORE_CHRIST.length() : 0);
      return inYear(near.apply(likeIt(year) + text.substring(dash, end)), year);
    } catch (NumberFormatException | DateTimeException e) {
      throw new ArgumentException(
          "The database holds '" + text + "' where a date in ISO form is expected", e);
    }
  }

  /** A year of four digits that has the same days. */
  private static int likeIt(int year) {
    return Year.isLeap(year) ? LEAP_YEAR : COMMON_YEAR;
  }

  @SuppressWarnings("unchecked") // with(…) gives the class that it is called on
  private static <T extends Temporal> T inYear(T value, int year) {
    return (T) value.with(ChronoField.YEAR, year);
  }
}
