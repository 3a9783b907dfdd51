package io.alchemy.test;

import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemy.engine.Connection;
import io.alchemy.error.ArgumentException;
import io.alchemy.types.NativeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Dates and times come back as they went, to the microsecond and in any zone, find their row, and sort as they do in Java. */
@EachDatabase
class TemporalTypeTests {
  private final TestDatabase database;
  private final KeptValues kept;

  TemporalTypeTests(TestDatabase database) {
    this.database = database;
    this.kept = new KeptValues(database);
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  @Test
  void dates() {
    LocalDate[] ascending = {
      LocalDate.of(1, 1, 1),
      LocalDate.of(1582, 10, 4),
      LocalDate.of(1582, 10, 15),
      LocalDate.of(1969, 12, 31),
      LocalDate.of(2024, 2, 29),
      LocalDate.of(9999, 12, 31)
    };
    kept.comesBack(DATE, ascending);
    kept.sorts(DATE, ascending);
  }

  @Test
  void timesOfMicroseconds() {
    LocalTime[] ascending = {
      LocalTime.MIDNIGHT,
      LocalTime.of(0, 0, 0, 1_000),
      LocalTime.of(9, 5),
      LocalTime.of(12, 34, 56, 123_456_000),
      LocalTime.of(23, 59, 59, 999_999_000)
    };
    kept.comesBack(TIME, ascending);
    kept.sorts(TIME, ascending);
    kept.comesBack(TIME, LocalTime.MAX);
  }

  @Test
  void dateTimesOfMicroseconds() {
    LocalDateTime[] ascending = {
      LocalDateTime.of(1, 1, 1, 0, 0),
      LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
      LocalDateTime.of(2026, 3, 29, 2, 30), // does not exist in Berlin
      LocalDateTime.of(2026, 11, 23, 18, 30),
      LocalDateTime.of(2026, 11, 23, 18, 30, 0, 1_000),
      LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)
    };
    kept.comesBack(DATETIME, ascending);
    kept.sorts(DATETIME, ascending);
  }

  @Test
  void whatIsFinerThanAMicrosecondIsCutOff() {
    kept.comesBack(DATETIME, LocalDateTime.of(2026, 11, 23, 18, 30, 0, 123_456_789));
    kept.comesBack(DATETIME, LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_999));
    kept.comesBack(DATETIME_TZ, OffsetDateTime.parse("2026-12-31T23:59:59.999999999+01:00"));
    kept.comesBack(instant(), Instant.parse("2026-12-31T23:59:59.999999999Z"));
  }

  @Test
  void instantsOfAnyZone() {
    OffsetDateTime[] ascending = {
      OffsetDateTime.parse("0001-01-02T00:00Z"),
      OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"),
      OffsetDateTime.parse("2026-10-25T00:30Z"),
      OffsetDateTime.parse("2026-10-25T01:30Z"), // the same local time as the one before, in Berlin
      OffsetDateTime.parse("9999-12-30T23:59:59.999999Z")
    };
    kept.comesBack(DATETIME_TZ, ascending);
    kept.sorts(DATETIME_TZ, ascending);
    kept.comesBack(
        DATETIME_TZ,
        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(14)),
        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(-9, -30)));
    kept.comesBack(instant(), Instant.EPOCH, Instant.parse("2026-11-23T18:30:00.000001Z"));
  }

  @Test
  void timesDoNotDependOnTheZoneOfTheJvm() {
    var before = java.util.TimeZone.getDefault();
    try {
      for (String zone : List.of("Europe/Berlin", "America/St_Johns", "Pacific/Apia")) {
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(zone));
        kept.comesBack(
            DATETIME, LocalDateTime.of(2026, 3, 29, 2, 30), LocalDateTime.of(1883, 11, 18, 12, 0));
        kept.comesBack(DATE, LocalDate.of(2011, 12, 30)); // Apia had no such day
        kept.comesBack(TIME, LocalTime.of(2, 30));
        kept.comesBack(DATETIME_TZ, OffsetDateTime.parse("2026-10-25T01:30Z"));
      }
    } finally {
      java.util.TimeZone.setDefault(before);
    }
  }

  @Test
  void theDatabasesOwnTimeCanBeRead() {
    LocalDateTime utc = LocalDateTime.now(ZoneOffset.UTC);
    try (Connection connection = kept.table(DATETIME_TZ)) {
      connection.execute("INSERT INTO t (v) VALUES (CURRENT_TIMESTAMP)");
      assertThat(kept.select(connection, DATETIME_TZ, "SELECT v FROM t"))
          .singleElement()
          .satisfies(read -> {
            assertThat(read).isNotNull();
            assertThat(read.toLocalDateTime()).isBetween(utc.minusHours(1), utc.plusHours(1));
          });
    }
  }

  /** Whichever way they travel: alone, in a list, in a row of many, and out of a document. */
  @Test
  void farYearsComeBackOrAreRefused() {
    if (kept.hasNative(NativeType.DATE)) {
      kept.travels(
          DATE,
          LocalDate.of(-4712, 1, 1),
          LocalDate.of(-43, 3, 15),
          LocalDate.of(0, 2, 28),
          LocalDate.of(10_000, 2, 29),
          LocalDate.of(5_874_897, 12, 31));
      kept.travels(
          DATETIME,
          LocalDateTime.of(-4712, 1, 1, 0, 0),
          LocalDateTime.of(0, 12, 31, 23, 59, 59, 999_999_000),
          LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000));
      kept.travels(
          DATETIME_TZ,
          OffsetDateTime.parse("-4711-01-02T00:00Z"),
          OffsetDateTime.parse("0001-01-01T00:00+14:00"),
          OffsetDateTime.parse("9999-12-31T23:59:59-18:00"));
      kept.travels(instant(), Instant.parse("-0043-03-15T12:00:00Z"));
    } else {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.travels(DATETIME_TZ, OffsetDateTime.MAX))
          .withMessageContaining("cannot be kept");
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.travels(instant(), Instant.MIN))
          .withMessageContaining("cannot be kept");
    }
  }

  /** Its driver would make them -infinity without a word. */
  @Test
  void yearsBeforeThoseOfTheDatabaseAreRefused() {
    int first = database.engine().dialect().firstYear();
    assumeTrue(first > -1_000_000, "years enough");
    LocalDate before = LocalDate.of(first - 1, 12, 31);
    for (Executable insert : List.<Executable>of(
        () -> kept.travels(DATE, before),
        () -> kept.travels(DATETIME, before.atStartOfDay()),
        () -> kept.travels(DATETIME_TZ, before.atStartOfDay().atOffset(ZoneOffset.UTC)))) {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(insert::execute)
          .withMessageContaining("The year " + (first - 1) + " cannot be kept");
    }
  }

  @Test
  void anInstantWithoutADateIsRefused() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> kept.travels(instant(), Instant.MAX.minusSeconds(1)))
        .withMessageContaining("has no date");
  }

  @Test
  void theFirstAndTheLastDayAreInfinities() {
    assumeTrue(database.toString().equals("postgresql"), "has infinities");
    kept.travels(DATE, LocalDate.MIN, LocalDate.MAX);
    kept.travels(DATETIME, LocalDateTime.MIN, LocalDateTime.MAX);
    kept.travels(DATETIME_TZ, OffsetDateTime.MIN, OffsetDateTime.MAX);
    kept.travels(instant(), Instant.MIN, Instant.MAX);
    try (Connection connection = kept.table(DATETIME_TZ)) {
      connection.execute("INSERT INTO t (v) VALUES ('-infinity'), ('infinity')");
      assertThat(kept.select(connection, DATETIME_TZ, "SELECT v FROM t ORDER BY v"))
          .containsExactly(OffsetDateTime.MIN, OffsetDateTime.MAX);
    }
  }

  @Test
  void datesThatWouldNotSortAreRefused() {
    if (kept.hasNative(NativeType.DATE)) {
      kept.comesBack(DATE, LocalDate.of(-1, 12, 31), LocalDate.of(294_276, 1, 1));
    } else {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.comesBack(DATE, LocalDate.of(10_000, 1, 1)))
          .withMessageContaining("10000");
    }
  }
}
