package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.types.Codec;
import io.alchemy.types.NativeType;
import io.alchemy.types.SqlType;
import io.alchemy.types.UserDefinedType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every type's values come back as they went, find their row, and sort as they do in Java. */
@EachDatabase
class TypeRoundTripTests {
  private enum Mood {
    HAPPY,
    UNDECIDED {
      @Override
      public String toString() {
        return "hm";
      }
    }
  }

  private record Address(
      String street, int number, @Nullable LocalDate since, List<String> tags) {}

  private final TestDatabase database;
  private final Engine engine;

  TypeRoundTripTests(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  @SafeVarargs
  private <T> void comesBack(SqlType<T> type, T... values) {
    List<T> expected = new ArrayList<>();
    for (T value : values) {
      expected.add(type.stored(value));
    }
    try (Connection connection = table(type)) {
      insert(connection, type, Arrays.asList(values));
      List<@Nullable T> read = select(connection, type, "SELECT v FROM t ORDER BY id");
      assertThat(read).as("%s", type).hasSameSizeAs(expected);
      for (int i = 0; i < values.length; i++) {
        assertThat(areEqual(type, read.get(i), expected.get(i)))
            .as("%s: read %s, expected %s", type, read.get(i), expected.get(i))
            .isTrue();
      }
      for (T value : expected) {
        // To the standard, arrays with nulls in them are neither equal nor unequal.
        boolean holdsNull =
            value instanceof List<?> list && list.stream().anyMatch(Objects::isNull);
        assertThat(count(connection, type, holdsNull ? "IS NOT DISTINCT FROM" : "=", value))
            .as("%s = %s", type, value)
            .isEqualTo(1);
      }
    }
    nullComesBack(type);
  }

  /** Equal to the last bit; lists by their type, since they may hold arrays of bytes. */
  private static <T> boolean areEqual(SqlType<T> type, @Nullable T read, T expected) {
    return expected instanceof List
        ? type.same(read, expected)
        : Objects.deepEquals(read, expected);
  }

  private <T> void nullComesBack(SqlType<T> type) {
    try (Connection connection = table(type)) {
      insert(connection, type, Collections.singletonList(null));
      assertThat(select(connection, type, "SELECT v FROM t")).containsExactly((T) null);
      assertThat(
              connection.execute("SELECT count(*) FROM t WHERE v IS NULL").one().get(0, Long.class))
          .isEqualTo(1L);
    }
  }

  /** @param ascending in the order that the values have in Java */
  @SafeVarargs
  private <T> void sorts(SqlType<T> type, T... ascending) {
    List<T> shuffled = new ArrayList<>(Arrays.asList(ascending));
    Collections.shuffle(shuffled, new Random(7));
    try (Connection connection = table(type)) {
      insert(connection, type, shuffled);
      assertThat(select(connection, type, "SELECT v FROM t ORDER BY v"))
          .as("%s", type)
          .containsExactly(ascending);
      for (int i = 0; i < ascending.length; i++) {
        assertThat(count(connection, type, "<", ascending[i])).isEqualTo(i);
        assertThat(count(connection, type, ">=", ascending[i])).isEqualTo(ascending.length - i);
      }
    }
  }

  private Connection table(SqlType<?> type) {
    database.clear();
    MetaData metadata = new MetaData();
    new Table("t", metadata, column("id", INTEGER).primaryKey(), column("v", type));
    metadata.createAll(engine);
    return engine.connect();
  }

  private <T> void insert(
      Connection connection, SqlType<T> type, List<? extends @Nullable T> values) {
    Codec<T> codec = engine.dialect().codec(type);
    String sql = "INSERT INTO t (v) VALUES (" + type.placeholder(engine.dialect(), "?") + ")";
    try (PreparedStatement statement = connection.jdbc().prepareStatement(sql)) {
      for (T value : values) {
        codec.set(statement, 1, type.stored(value));
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new AssertionError(type + ": " + e.getMessage(), e);
    }
  }

  private <T> List<@Nullable T> select(Connection connection, SqlType<T> type, String sql) {
    Codec<T> codec = engine.dialect().codec(type);
    List<@Nullable T> values = new ArrayList<>();
    try (PreparedStatement statement = connection.jdbc().prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        values.add(codec.get(rows, 1));
      }
    } catch (SQLException e) {
      throw new AssertionError(type + ": " + e.getMessage(), e);
    }
    return values;
  }

  private <T> int count(Connection connection, SqlType<T> type, String operator, T value) {
    String sql = "SELECT count(*) FROM t WHERE v "
        + operator
        + " "
        + type.placeholder(engine.dialect(), "?");
    try (PreparedStatement statement = connection.jdbc().prepareStatement(sql)) {
      engine.dialect().codec(type).set(statement, 1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(type + ": " + e.getMessage(), e);
    }
  }

  private boolean hasNative(NativeType type) {
    return engine.dialect().nativeName(type) != null;
  }

  @Test
  void wholeNumbers() {
    comesBack(SMALLINT, Short.MIN_VALUE, (short) -1, (short) 0, Short.MAX_VALUE);
    comesBack(INTEGER, Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE);
    comesBack(BIGINT, Long.MIN_VALUE, -1L, 0L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE);
    sorts(BIGINT, Long.MIN_VALUE, Long.MIN_VALUE + 1, -10L, -9L, 0L, 9L, 10L, Long.MAX_VALUE);
  }

  @Test
  void aWholeNumberThatDoesNotFitIsNotCutOff() {
    try (Connection connection = table(BIGINT)) {
      insert(connection, BIGINT, List.of(1L << 32));
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> select(connection, INTEGER, "SELECT v FROM t"))
          .withMessage("INTEGER cannot hold 4294967296");
    }
  }

  @Test
  void floatingPoint() {
    comesBack(
        DOUBLE,
        -Double.MAX_VALUE,
        -1.5,
        0.0,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0.1,
        Math.PI,
        Double.MAX_VALUE);
    comesBack(FLOAT, 0.1, 1e300);
    comesBack(REAL, -Float.MAX_VALUE, 0f, Float.MIN_VALUE, 0.1f, Float.MAX_VALUE);
    comesBack(DOUBLE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    sorts(DOUBLE, Double.NEGATIVE_INFINITY, -2.0, -1.0, 0.0, 1e-300, 9.0, 10.0, 1e300);
  }

  @Test
  void notANumberComesBackOrIsRefused() {
    if (engine.dialect().keepsNaN()) {
      comesBack(DOUBLE, Double.NaN);
      comesBack(REAL, Float.NaN);
    } else {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> comesBack(DOUBLE, Double.NaN))
          .withMessageContaining("has no NaN");
    }
  }

  @Test
  void decimals() {
    comesBack(
        numeric(12, 2),
        new BigDecimal("-9999999999.99"),
        new BigDecimal("-0.01"),
        new BigDecimal("0.00"),
        new BigDecimal("0.10"),
        new BigDecimal("9999999999.99"));
    comesBack(
        numeric(15, 15), new BigDecimal("0.123456789012345"), new BigDecimal("-0.999999999999999"));
    comesBack(
        numeric(38, 10),
        new BigDecimal("-9999999999999999999999999999.9999999999"),
        new BigDecimal("0.0000000001"),
        new BigDecimal("9007199254740993.0000000001"),
        new BigDecimal("9999999999999999999999999999.9999999999"));
    comesBack(numeric(18, 0), new BigDecimal("999999999999999999"));
    comesBack(NUMERIC, new BigDecimal("123456789012345678901234567890.123456789"), BigDecimal.TEN);
  }

  @Test
  void decimalsSortAndCompareAsNumbers() {
    sorts(
        numeric(8, 2),
        new BigDecimal("-10.50"),
        new BigDecimal("-9.00"),
        new BigDecimal("0.00"),
        new BigDecimal("9.99"),
        new BigDecimal("10.00"),
        new BigDecimal("100.00"));
    sorts(
        numeric(30, 4),
        new BigDecimal("-10000000000000000000000000.0002"),
        new BigDecimal("-10000000000000000000000000.0001"),
        new BigDecimal("-9.0000"),
        new BigDecimal("0.0000"),
        new BigDecimal("9.9900"),
        new BigDecimal("10.0000"),
        new BigDecimal("10000000000000000000000000.0001"),
        new BigDecimal("10000000000000000000000000.0002"));
  }

  @Test
  void decimalsCanBeAddedAndComparedAfterwards() {
    for (SqlType<BigDecimal> type : List.of(numeric(8, 2), numeric(30, 2))) {
      try (Connection connection = table(type)) {
        insert(connection, type, List.of(new BigDecimal("0.10"), new BigDecimal("0.20")));
        assertThat(select(connection, type, "SELECT sum(v) FROM t"))
            .containsExactly(new BigDecimal("0.30"));
        String sql = "SELECT v FROM t WHERE v * 100 > " + type.placeholder(engine.dialect(), "?");
        try (PreparedStatement statement = connection.jdbc().prepareStatement(sql)) {
          engine.dialect().codec(type).set(statement, 1, new BigDecimal("9.50"));
          try (ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.next()).isTrue();
          }
        }
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void booleans() {
    comesBack(BOOLEAN, true, false);
    sorts(BOOLEAN, false, true);
  }

  /** The empty text is a text here; only Oracle keeps it as NULL. */
  @Test
  void text() {
    String[] values = {
      "",
      " ",
      "plain",
      "it's \"quoted\" \\ `so` ; -- ?",
      "ümläut, ß, ñ, Ω, я, 中文, עברית",
      "😀 𝄞 e\u0301",
      "\t\r\n",
      "%_",
      "null",
      "long ".repeat(10_000)
    };
    comesBack(TEXT, values);
    comesBack(UNICODE_TEXT, values);
    comesBack(string(), values);
    // H2 counts the two chars of such a character.
    comesBack(unicode(40), "", "😀".repeat(20), "ümläut");
    comesBack(varchar(40), "", "it's", "x".repeat(40));
    comesBack(character(3), "abc");
  }

  @Test
  void halfACharacterIsRefused() {
    for (String half : List.of("\uD83D", "a\uD83Db", "\uDE00\uD83D")) {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> comesBack(TEXT, half))
          .withMessageContaining("half of a surrogate pair");
    }
  }

  @Test
  void bytes() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    byte[] large = new byte[1 << 20];
    new Random(1).nextBytes(large);
    comesBack(BLOB, new byte[0], all, large);
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
    comesBack(DATE, ascending);
    sorts(DATE, ascending);
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
    comesBack(TIME, ascending);
    sorts(TIME, ascending);
    comesBack(TIME, LocalTime.MAX);
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
    comesBack(DATETIME, ascending);
    sorts(DATETIME, ascending);
  }

  @Test
  void whatIsFinerThanAMicrosecondIsCutOff() {
    comesBack(DATETIME, LocalDateTime.of(2026, 11, 23, 18, 30, 0, 123_456_789));
    comesBack(DATETIME, LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_999));
    comesBack(DATETIME_TZ, OffsetDateTime.parse("2026-12-31T23:59:59.999999999+01:00"));
    comesBack(instant(), Instant.parse("2026-12-31T23:59:59.999999999Z"));
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
    comesBack(DATETIME_TZ, ascending);
    sorts(DATETIME_TZ, ascending);
    comesBack(
        DATETIME_TZ,
        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(14)),
        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(-9, -30)));
    comesBack(instant(), Instant.EPOCH, Instant.parse("2026-11-23T18:30:00.000001Z"));
  }

  @Test
  void timesDoNotDependOnTheZoneOfTheJvm() {
    var before = java.util.TimeZone.getDefault();
    try {
      for (String zone : List.of("Europe/Berlin", "America/St_Johns", "Pacific/Apia")) {
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(zone));
        comesBack(
            DATETIME, LocalDateTime.of(2026, 3, 29, 2, 30), LocalDateTime.of(1883, 11, 18, 12, 0));
        comesBack(DATE, LocalDate.of(2011, 12, 30)); // Apia had no such day
        comesBack(TIME, LocalTime.of(2, 30));
        comesBack(DATETIME_TZ, OffsetDateTime.parse("2026-10-25T01:30Z"));
      }
    } finally {
      java.util.TimeZone.setDefault(before);
    }
  }

  @Test
  void theDatabasesOwnTimeCanBeRead() {
    LocalDateTime utc = LocalDateTime.now(ZoneOffset.UTC);
    try (Connection connection = table(DATETIME_TZ)) {
      connection.execute("INSERT INTO t (v) VALUES (CURRENT_TIMESTAMP)");
      assertThat(select(connection, DATETIME_TZ, "SELECT v FROM t"))
          .singleElement()
          .satisfies(read -> {
            assertThat(read).isNotNull();
            assertThat(read.toLocalDateTime()).isBetween(utc.minusHours(1), utc.plusHours(1));
          });
    }
  }

  @Test
  void uuids() {
    UUID[] values = {
      new UUID(0, 0), new UUID(-1, -1), UUID.fromString("12345678-9abc-def0-1234-56789abcdef0")
    };
    comesBack(uuid(), values);
  }

  @Test
  void enums() {
    comesBack(enumOf(Mood.class), Mood.HAPPY, Mood.UNDECIDED);
  }

  @Test
  void anUnknownEnumConstantIsNamed() {
    try (Connection connection = table(TEXT)) {
      insert(connection, TEXT, List.of("SAD"));
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> select(connection, enumOf(Mood.class), "SELECT v FROM t"))
          .withMessageContaining("'SAD'")
          .withMessageContaining("Mood");
    }
  }

  @Test
  void json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("text", "ümläut 😀 \" ' \\ \n");
    document.put("whole", 1);
    document.put("large", Long.MIN_VALUE);
    document.put("fraction", 0.1);
    document.put("flags", List.of(true, false));
    document.put("nested", Map.of("empty", List.of(), "none", Map.of()));
    try (Connection connection = table(jsonObject())) {
      insert(connection, jsonObject(), List.of(document, Map.of()));
      assertThat(select(connection, jsonObject(), "SELECT v FROM t ORDER BY id"))
          .containsExactly(document, Map.of());
    }
    nullComesBack(jsonObject());
    comesBack(
        jsonOf(Address.class),
        new Address("Ülstraße", 7, LocalDate.of(2020, 2, 29), List.of("a", "b")),
        new Address("", Integer.MIN_VALUE, null, List.of()));
  }

  @Test
  void arrays() {
    if (!hasNative(NativeType.ARRAY)) {
      assertThatExceptionOfType(CompileException.class)
          .isThrownBy(() -> table(arrayOf(INTEGER)))
          .withMessageContaining("has no arrays");
      return;
    }
    comesBack(
        arrayOf(INTEGER), List.of(), List.of(1, -2, Integer.MAX_VALUE), Arrays.asList(1, null, 3));
    comesBack(
        arrayOf(TEXT),
        List.of("a", "", "NULL", "null", "{}", "a,b", "\"q\"", "b\\c", " ", "😀", "it's"));
    comesBack(arrayOf(BOOLEAN), List.of(true, false));
    comesBack(arrayOf(DOUBLE), List.of(0.1, -1e300, Double.POSITIVE_INFINITY));
    comesBack(arrayOf(numeric(10, 2)), List.of(new BigDecimal("1.10"), new BigDecimal("-3.00")));
    comesBack(arrayOf(DATETIME), List.of(LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000)));
    comesBack(arrayOf(DATE), List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));
    comesBack(arrayOf(TIME), List.of(LocalTime.of(23, 59, 59, 999_999_000)));
    comesBack(arrayOf(DATETIME_TZ), List.of(OffsetDateTime.parse("2026-10-25T01:30:00.000001Z")));
    comesBack(arrayOf(uuid()), List.of(new UUID(1, 2)));
    comesBack(arrayOf(BLOB), List.of(new byte[] {0, 1, -1}, new byte[0]));
    comesBack(arrayOf(enumOf(Mood.class)), List.of(Mood.UNDECIDED));
    comesBack(arrayOf(instant()), List.of(Instant.parse("2026-10-25T01:30:00.000001Z")));
    comesBack(arrayOf(new CelsiusType()), List.of(new Celsius(new BigDecimal("36.6"))));
    comesBack(arrayOf(varchar(3)), List.of("abc"));
    comesBack(arrayOf(jsonObject()), List.of(Map.of("a", List.of("\"", "\\"))));
  }

  /** Rows of a flush travel together: as arrays where the database has them. */
  @Test
  void valuesOfEveryTypeTravelInABatch() {
    Map<SqlType<?>, Object> samples = new LinkedHashMap<>();
    samples.put(SMALLINT, Short.MIN_VALUE);
    samples.put(INTEGER, Integer.MAX_VALUE);
    samples.put(BIGINT, Long.MIN_VALUE);
    samples.put(REAL, 0.1f);
    samples.put(DOUBLE, 1e300);
    samples.put(numeric(8, 2), new BigDecimal("-999999.99"));
    samples.put(numeric(38, 10), new BigDecimal("9999999999999999999999999999.9999999999"));
    samples.put(BOOLEAN, true);
    samples.put(TEXT, "it's \"😀\" {a,b} \\ NULL");
    samples.put(varchar(5), "ümläu");
    samples.put(character(3), "abc");
    samples.put(DATE, LocalDate.of(2024, 2, 29));
    samples.put(TIME, LocalTime.of(23, 59, 59, 999_999_000));
    samples.put(DATETIME, LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000));
    samples.put(DATETIME_TZ, OffsetDateTime.parse("2026-10-25T01:30:00.000001Z"));
    samples.put(instant(), Instant.parse("2026-10-25T01:30:00.000001Z"));
    samples.put(BLOB, new byte[] {0, -1, 39, 92});
    samples.put(uuid(), new UUID(1, -2));
    samples.put(enumOf(Mood.class), Mood.UNDECIDED);
    samples.put(jsonObject(), Map.of("a", List.of(1, "\"b\"")));
    samples.put(jsonOf(Address.class), new Address("x", 1, LocalDate.EPOCH, List.of("{}")));
    samples.put(new CelsiusType(), new Celsius(new BigDecimal("36.6")));
    samples.put(new NameType(), new Name("Ann"));

    Table table = new Table("t", new MetaData(), column("id", INTEGER).primaryKey()) {
      {
        samples.keySet().forEach(type -> column("c" + columns().size(), type));
      }
    };
    table.create(engine);
    List<Column<?>> columns = table.columns().subList(1, table.columns().size());
    List<@Nullable Object[]> rows = List.of(
        samples.values().toArray(), new Object[samples.size()], samples.values().toArray());
    engine.transaction(c ->
        Executor.of(c).insert(new InsertRows(table, columns, rows, List.of(table.column("id")))));
    try (Connection connection = engine.connect()) {
      for (Column<?> column : columns) {
        assertBatch(connection, column, Objects.requireNonNull(samples.get(column.type())));
      }
    }
  }

  private <T> void assertBatch(Connection connection, Column<T> column, Object expected) {
    List<@Nullable T> read =
        select(connection, column.type(), "SELECT " + column.name() + " FROM t ORDER BY id");
    assertThat(read).hasSize(3);
    assertThat(read.get(1)).isNull();
    for (int row : new int[] {0, 2}) {
      assertThat(Objects.deepEquals(read.get(row), expected))
          .as("%s: %s, expected %s", column.type(), read.get(row), expected)
          .isTrue();
    }
  }

  private record Name(String text) {}

  private static final class NameType extends UserDefinedType<Name, String> {
    NameType() {
      super(Name.class, varchar(20));
    }

    @Override
    protected String toDatabase(Name value) {
      return "name:" + value.text();
    }

    @Override
    protected Name fromDatabase(String value) {
      return new Name(value.substring(5));
    }
  }

  private record Celsius(BigDecimal degrees) {}

  private static final class CelsiusType extends UserDefinedType<Celsius, BigDecimal> {
    CelsiusType() {
      super(Celsius.class, numeric(5, 1));
    }

    @Override
    protected BigDecimal toDatabase(Celsius value) {
      return value.degrees();
    }

    @Override
    protected Celsius fromDatabase(BigDecimal value) {
      return new Celsius(value);
    }
  }

  @Test
  void anArraysTextIsNotCutOff() {
    database.require(Capability.ARRAYS);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> comesBack(arrayOf(varchar(3)), List.of("abcd")))
        .withMessageContaining("too long");
  }

  @Test
  void typesOfYourOwn() {
    comesBack(
        new CelsiusType(),
        new Celsius(new BigDecimal("-273.1")),
        new Celsius(new BigDecimal("36.64")));
  }

  @Test
  void datesThatWouldNotSortAreRefused() {
    if (hasNative(NativeType.DATE)) {
      comesBack(DATE, LocalDate.of(-1, 12, 31), LocalDate.of(294_276, 1, 1));
    } else {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> comesBack(DATE, LocalDate.of(10_000, 1, 1)))
          .withMessageContaining("10000");
    }
  }
}
