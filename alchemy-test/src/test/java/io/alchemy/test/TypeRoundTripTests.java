package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.*;
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
import java.util.Arrays;
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
  private final KeptValues kept;

  TypeRoundTripTests(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
    this.kept = new KeptValues(database);
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  @Test
  void wholeNumbers() {
    kept.comesBack(SMALLINT, Short.MIN_VALUE, (short) -1, (short) 0, Short.MAX_VALUE);
    kept.comesBack(INTEGER, Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE);
    kept.comesBack(BIGINT, Long.MIN_VALUE, -1L, 0L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE);
    kept.sorts(BIGINT, Long.MIN_VALUE, Long.MIN_VALUE + 1, -10L, -9L, 0L, 9L, 10L, Long.MAX_VALUE);
  }

  @Test
  void aWholeNumberThatDoesNotFitIsNotCutOff() {
    try (Connection connection = kept.table(BIGINT)) {
      kept.insert(connection, BIGINT, List.of(1L << 32));
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.select(connection, INTEGER, "SELECT v FROM t"))
          .withMessage("INTEGER cannot hold 4294967296");
    }
  }

  @Test
  void floatingPoint() {
    kept.comesBack(
        DOUBLE,
        -Double.MAX_VALUE,
        -1.5,
        0.0,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0.1,
        Math.PI,
        Double.MAX_VALUE);
    kept.comesBack(FLOAT, 0.1, 1e300);
    kept.comesBack(REAL, -Float.MAX_VALUE, 0f, Float.MIN_VALUE, 0.1f, Float.MAX_VALUE);
    kept.comesBack(DOUBLE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    kept.sorts(DOUBLE, Double.NEGATIVE_INFINITY, -2.0, -1.0, 0.0, 1e-300, 9.0, 10.0, 1e300);
  }

  @Test
  void infinityComesBackFromInsideAnArrayOfRows() {
    kept.travels(DOUBLE, Double.NEGATIVE_INFINITY, 1e300, Double.POSITIVE_INFINITY);
    kept.travels(REAL, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
  }

  @Test
  void notANumberComesBackOrIsRefused() {
    if (engine.dialect().keepsNaN()) {
      kept.comesBack(DOUBLE, Double.NaN);
      kept.comesBack(REAL, Float.NaN);
    } else {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.comesBack(DOUBLE, Double.NaN))
          .withMessageContaining("has no NaN");
    }
  }

  @Test
  void decimals() {
    kept.comesBack(
        numeric(12, 2),
        new BigDecimal("-9999999999.99"),
        new BigDecimal("-0.01"),
        new BigDecimal("0.00"),
        new BigDecimal("0.10"),
        new BigDecimal("9999999999.99"));
    kept.comesBack(
        numeric(15, 15), new BigDecimal("0.123456789012345"), new BigDecimal("-0.999999999999999"));
    kept.comesBack(
        numeric(38, 10),
        new BigDecimal("-9999999999999999999999999999.9999999999"),
        new BigDecimal("0.0000000001"),
        new BigDecimal("9007199254740993.0000000001"),
        new BigDecimal("9999999999999999999999999999.9999999999"));
    kept.comesBack(numeric(18, 0), new BigDecimal("999999999999999999"));
    kept.comesBack(
        NUMERIC, new BigDecimal("123456789012345678901234567890.123456789"), BigDecimal.TEN);
  }

  /** Memory equals the row after a flush. */
  @Test
  void decimalsOfANegativeScaleAreKeptWithout() {
    assertThat(NUMERIC.stored(new BigDecimal("1E+3"))).isEqualTo(new BigDecimal("1000"));
    kept.comesBack(NUMERIC, new BigDecimal("1E+3"), new BigDecimal("-2.5E+20"));
    kept.comesBack(numeric(8, 2), new BigDecimal("1E+3"));
  }

  @Test
  void decimalsThatAreComputedHaveTheScaleOfTheirType() {
    Column<BigDecimal> price = new Table("p", new MetaData(), column("price", numeric(8, 2)))
        .column("price", BigDecimal.class);
    price.table().create(engine);
    engine.transaction(c -> {
      c.execute(insert(price.table()).set(price, new BigDecimal("10")));
      assertThat(c.execute(select(coalesce(price, BigDecimal.ZERO))).one())
          .isEqualTo(new BigDecimal("10.00"));
      assertThat(c.execute(select(caseWhen(price.isNull(), price).otherwise(BigDecimal.ONE)))
              .one())
          .isEqualTo(new BigDecimal("1.00"));
    });
  }

  @Test
  void decimalsSortAndCompareAsNumbers() {
    kept.sorts(
        numeric(8, 2),
        new BigDecimal("-10.50"),
        new BigDecimal("-9.00"),
        new BigDecimal("0.00"),
        new BigDecimal("9.99"),
        new BigDecimal("10.00"),
        new BigDecimal("100.00"));
    kept.sorts(
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
      try (Connection connection = kept.table(type)) {
        kept.insert(connection, type, List.of(new BigDecimal("0.10"), new BigDecimal("0.20")));
        assertThat(kept.select(connection, type, "SELECT sum(v) FROM t"))
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
    kept.comesBack(BOOLEAN, true, false);
    kept.sorts(BOOLEAN, false, true);
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
    kept.comesBack(TEXT, values);
    kept.comesBack(UNICODE_TEXT, values);
    kept.comesBack(string(), values);
    // H2 counts the two chars of such a character.
    kept.comesBack(unicode(40), "", "😀".repeat(20), "ümläut");
    kept.comesBack(varchar(40), "", "it's", "x".repeat(40));
    kept.comesBack(character(3), "abc");
  }

  @Test
  void halfACharacterIsRefused() {
    for (String half : List.of("\uD83D", "a\uD83Db", "\uDE00\uD83D")) {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.comesBack(TEXT, half))
          .withMessageContaining("half of a surrogate pair");
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.travels(jsonObject(), Map.of("a", half)))
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
    kept.comesBack(BLOB, new byte[0], all, large);
  }

  @Test
  void uuids() {
    UUID[] values = {
      new UUID(0, 0), new UUID(-1, -1), UUID.fromString("12345678-9abc-def0-1234-56789abcdef0")
    };
    kept.comesBack(uuid(), values);
  }

  @Test
  void enums() {
    kept.comesBack(enumOf(Mood.class), Mood.HAPPY, Mood.UNDECIDED);
  }

  @Test
  void anUnknownEnumConstantIsNamed() {
    try (Connection connection = kept.table(TEXT)) {
      kept.insert(connection, TEXT, List.of("SAD"));
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> kept.select(connection, enumOf(Mood.class), "SELECT v FROM t"))
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
    try (Connection connection = kept.table(jsonObject())) {
      kept.insert(connection, jsonObject(), List.of(document, Map.of()));
      assertThat(kept.select(connection, jsonObject(), "SELECT v FROM t ORDER BY id"))
          .containsExactly(document, Map.of());
    }
    kept.nullComesBack(jsonObject());
    kept.comesBack(
        jsonOf(Address.class),
        new Address("Ülstraße", 7, LocalDate.of(2020, 2, 29), List.of("a", "b")),
        new Address("", Integer.MIN_VALUE, null, List.of()));
  }

  @Test
  void arrays() {
    if (!kept.hasNative(NativeType.ARRAY)) {
      assertThatExceptionOfType(CompileException.class)
          .isThrownBy(() -> kept.table(arrayOf(INTEGER)))
          .withMessageContaining("has no arrays");
      return;
    }
    kept.comesBack(
        arrayOf(INTEGER), List.of(), List.of(1, -2, Integer.MAX_VALUE), Arrays.asList(1, null, 3));
    kept.comesBack(
        arrayOf(TEXT),
        List.of("a", "", "NULL", "null", "{}", "a,b", "\"q\"", "b\\c", " ", "😀", "it's"));
    kept.comesBack(arrayOf(BOOLEAN), List.of(true, false));
    kept.comesBack(arrayOf(DOUBLE), List.of(0.1, -1e300, Double.POSITIVE_INFINITY));
    kept.comesBack(
        arrayOf(numeric(10, 2)), List.of(new BigDecimal("1.10"), new BigDecimal("-3.00")));
    kept.comesBack(arrayOf(DATETIME), List.of(LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000)));
    kept.comesBack(arrayOf(DATE), List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));
    kept.comesBack(arrayOf(TIME), List.of(LocalTime.of(23, 59, 59, 999_999_000)));
    kept.comesBack(
        arrayOf(DATETIME_TZ), List.of(OffsetDateTime.parse("2026-10-25T01:30:00.000001Z")));
    kept.comesBack(arrayOf(uuid()), List.of(new UUID(1, 2)));
    kept.comesBack(arrayOf(BLOB), List.of(new byte[] {0, 1, -1}, new byte[0]));
    kept.comesBack(arrayOf(enumOf(Mood.class)), List.of(Mood.UNDECIDED));
    kept.comesBack(arrayOf(instant()), List.of(Instant.parse("2026-10-25T01:30:00.000001Z")));
    kept.comesBack(arrayOf(new CelsiusType()), List.of(new Celsius(new BigDecimal("36.6"))));
    kept.comesBack(arrayOf(varchar(3)), List.of("abc"));
    kept.comesBack(arrayOf(jsonObject()), List.of(Map.of("a", List.of("\"", "\\"))));
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
        kept.select(connection, column.type(), "SELECT " + column.name() + " FROM t ORDER BY id");
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
        .isThrownBy(() -> kept.comesBack(arrayOf(varchar(3)), List.of("abcd")))
        .withMessageContaining("too long");
  }

  @Test
  void typesOfYourOwn() {
    kept.comesBack(
        new CelsiusType(),
        new Celsius(new BigDecimal("-273.1")),
        new Celsius(new BigDecimal("36.64")));
  }
}
