package io.alchemy.types;

import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypesTest {
  enum Colour {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "grass";
      }
    }
  }

  record Box(int width, @Nullable String label, List<Colour> colours, LocalTime opens) {}

  private static final Database STANDARD = () -> "standard";

  private static final Database BARE = new Database() {
    @Override
    public String name() {
      return "bare";
    }

    @Override
    public @Nullable String nativeName(NativeType type) {
      return null;
    }
  };

  @Test
  void typesOfEqualMeaningAreEqual() {
    assertThat(varchar(10)).isEqualTo(varchar(10)).isEqualTo(string(10));
    assertThat(varchar(10)).isNotEqualTo(varchar(11)).isNotEqualTo(unicode(10));
    assertThat(numeric(12, 2)).hasSameHashCodeAs(numeric(12, 2)).isEqualTo(numeric(12, 2));
    assertThat(enumOf(Colour.class)).isEqualTo(enumOf(Colour.class));
    assertThat(jsonOf(Box.class)).isEqualTo(jsonOf(Box.class)).isNotEqualTo(jsonObject());
    assertThat(arrayOf(INTEGER)).isEqualTo(arrayOf(INTEGER)).isNotEqualTo(arrayOf(BIGINT));
  }

  @Test
  void wholeNumbersConvertIfNothingIsLost() {
    assertThat(BIGINT.convert(5)).isEqualTo(5L);
    assertThat(INTEGER.convert(5L)).isEqualTo(5);
    assertThat(INTEGER.convert(new BigDecimal("5.0"))).isEqualTo(5);
    assertThatThrownBy(() -> INTEGER.convert(1L << 31))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("INTEGER cannot hold 2147483648");
    assertThatThrownBy(() -> SMALLINT.convert(1.5)).hasMessage("SMALLINT cannot hold 1.5");
  }

  @Test
  void floatingPointConvertsIfNothingIsLost() {
    assertThat(DOUBLE.convert(3)).isEqualTo(3.0);
    assertThat(DOUBLE.convert(1.5f)).isEqualTo(1.5);
    assertThat(REAL.convert(1.5)).isEqualTo(1.5f);
    assertThatThrownBy(() -> REAL.convert(0.1)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> DOUBLE.convert((1L << 53) + 1)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void aValueOfAnotherTypeIsRefusedByName() {
    assertThatThrownBy(() -> DATETIME.convert("yesterday"))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("DATETIME takes a java.time.LocalDateTime, not a java.lang.String");
    assertThatThrownBy(() -> INTEGER.convert("1")).isInstanceOf(ArgumentException.class);
  }

  @Test
  void storedIsWhatTheColumnKeeps() {
    assertThat(DATETIME.stored(LocalDateTime.parse("2026-11-23T10:00:00.123456789")))
        .isEqualTo(LocalDateTime.parse("2026-11-23T10:00:00.123456"));
    assertThat(DATETIME_TZ.stored(OffsetDateTime.parse("2026-11-23T10:00+02:00")))
        .isEqualTo(OffsetDateTime.of(2026, 11, 23, 8, 0, 0, 0, ZoneOffset.UTC));
    assertThat(numeric(6, 2).stored(new BigDecimal("12.345"))).isEqualTo("12.35");
    assertThatThrownBy(() -> numeric(4, 2).stored(new BigDecimal("100")))
        .hasMessage("NUMERIC(4, 2) cannot hold 100");
  }

  @Test
  void sameIsWhatTheDatabaseCannotTellApart() {
    assertThat(numeric(6, 2).same(new BigDecimal("1.5"), new BigDecimal("1.50")))
        .isTrue();
    assertThat(DATETIME_TZ.same(
            OffsetDateTime.parse("2026-11-23T10:00+02:00"),
            OffsetDateTime.parse("2026-11-23T08:00Z")))
        .isTrue();
    assertThat(BLOB.same(new byte[] {1}, new byte[] {1})).isTrue();
    assertThat(jsonObject().same(Map.of("a", 1L), Map.of("a", 1))).isTrue();
    assertThat(jsonObject().same(Map.of("a", 1L), Map.of("a", 2))).isFalse();
    assertThat(INTEGER.same(null, 0)).isFalse();
  }

  @Test
  void aCopyIsNotReachedByChangesInPlace() {
    byte[] bytes = {1, 2};
    byte[] copy = Objects.requireNonNull(BLOB.copy(bytes));
    bytes[0] = 9;
    assertThat(copy).containsExactly(1, 2);

    List<Integer> list = new java.util.ArrayList<>(List.of(1));
    Map<String, Object> document = Map.of("list", list);
    Map<String, Object> kept = Objects.requireNonNull(jsonObject().copy(document));
    list.add(2);
    assertThat(kept).isEqualTo(Map.of("list", List.of(1)));
    assertThat(jsonObject().same(document, kept)).isFalse();
  }

  @Test
  void aCopyOfAnArrayHasCopiesOfItsElements() {
    byte[] bytes = {1};
    SqlType<List<byte[]>> type = arrayOf(BLOB);
    List<byte[]> values = List.of(bytes);
    List<byte[]> kept = Objects.requireNonNull(type.copy(values));
    bytes[0] = 9;

    assertThat(kept.get(0)).containsExactly(1);
    assertThat(type.same(values, kept)).isFalse();
  }

  @Test
  void aTypeIsFoundForAClassAndForAValue() {
    assertThat(Types.of(int.class)).isEqualTo(INTEGER);
    assertThat(Types.typeOf(UUID.randomUUID())).isEqualTo(uuid());
    assertThat(Types.typeOf(Colour.GREEN)).isEqualTo(enumOf(Colour.class));
    assertThatThrownBy(() -> Types.of(Thread.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("java.lang.Thread")
        .hasMessageContaining("UserDefinedType");
  }

  @Test
  void aRecordTravelsAsJson() {
    BuiltinType<Box> type = (BuiltinType<Box>) jsonOf(Box.class);
    Box box = new Box(3, null, List.of(Colour.GREEN), LocalTime.of(9, 30));
    String text = type.toText(box);
    assertThat(text)
        .isEqualTo(
            "{\"width\":3,\"label\":null,\"colours\":[\"GREEN\"],\"opens\":\"09:30:00.000000\"}");
    assertThat(type.fromText(text)).isEqualTo(box);
    assertThatThrownBy(() -> jsonOf(Thread.class)).isInstanceOf(ArgumentException.class);
  }

  record Event(java.time.Instant at, UUID id) {}

  record Tree(String name, List<Tree> children) {}

  @Test
  void instantsTravelInsideARecord() {
    BuiltinType<Event> type = (BuiltinType<Event>) jsonOf(Event.class);
    Event event = new Event(java.time.Instant.parse("2026-11-23T18:30:00.000001Z"), new UUID(1, 2));
    assertThat(type.fromText(type.toText(event))).isEqualTo(event);
  }

  @Test
  void aRecordThatContainsItselfIsRefused() {
    assertThatThrownBy(() -> jsonOf(Tree.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("contains itself");
  }

  @Test
  void jsonReadsBackWhatItWrote() {
    Map<String, Object> document = Map.of(
        "text", "a\"b\\c\n\u0001é𝄞/",
        "numbers", List.of(1, -7L << 40, new BigDecimal("0.1234567890123456789"), 1.5e300),
        "nested", Map.of("yes", true, "empty", List.of()),
        "nothing", Arrays.asList(null, 1));
    BuiltinType<Map<String, Object>> type = (BuiltinType<Map<String, Object>>) jsonObject();
    assertThat(type.fromText(type.toText(document))).isEqualTo(document);
  }

  @Test
  void brokenJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> JsonReader.read("{\"a\": 1,}"))
        .hasMessage("No JSON: unexpected '}' at character 8");
    assertThatThrownBy(() -> JsonReader.read("[1, 2"))
        .hasMessage("No JSON: it ends at character 5 and is not complete");
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> JsonReader.read("1 2")).hasMessageContaining("character 2");
  }

  @Test
  void typesAreNamedAsTheDatabaseNamesThem() {
    assertThat(STANDARD.ddl(DATETIME)).isEqualTo("TIMESTAMP");
    assertThat(BARE.ddl(DATETIME)).isEqualTo("DATETIME");
    assertThat(STANDARD.ddl(numeric(38, 10))).isEqualTo("NUMERIC(38, 10)");
    assertThat(BARE.ddl(numeric(38, 10))).isEqualTo("DECIMAL_TEXT(38, 10) COLLATE decimal");
    assertThat(BARE.ddl(numeric(12, 2))).isEqualTo("NUMERIC(12, 2)");
    assertThat(BARE.ddl(unicode(20))).isEqualTo("VARCHAR(20)");
    assertThat(BARE.ddl(enumOf(Colour.class))).isEqualTo("VARCHAR(5)");
  }

  @Test
  void arraysAreRefusedWhereThereAreNone() {
    assertThatThrownBy(() -> BARE.ddl(arrayOf(INTEGER)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("bare has no arrays");
  }

  @Test
  void literalsAreQuoted() {
    assertThat(TEXT.literal(STANDARD, "it's")).isEqualTo("'it''s'");
    assertThat(BOOLEAN.literal(STANDARD, true)).isEqualTo("true");
    assertThat(BOOLEAN.literal(BARE, true)).isEqualTo("1");
    assertThat(DATETIME.literal(STANDARD, LocalDateTime.parse("2026-11-23T10:00")))
        .isEqualTo("TIMESTAMP '2026-11-23 10:00:00.000000'");
    assertThatThrownBy(() -> BLOB.literal(STANDARD, new byte[0]))
        .isInstanceOf(CompileException.class);
  }

  @Test
  void brokenIsoTextIsRefused() {
    for (String text : List.of(
        "",
        "2026",
        "2026-13-01",
        "2026-1-1",
        "2026-11-23 ",
        "2026-11-23 1:00",
        "2026-11-23 10:00:0",
        "2026-11-23 10:00:00,5",
        "2026-11-23 25:00:00",
        "+026-11-23 10:00:00")) {
      assertThatThrownBy(() -> IsoText.dateTime(text))
          .as(text)
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("'" + text + "'");
    }
  }

  @Test
  void isoTextIsReadLeniently() {
    assertThat(IsoText.dateTime("2026-11-23T10:00"))
        .isEqualTo(LocalDateTime.of(2026, 11, 23, 10, 0));
    assertThat(IsoText.dateTime("2026-11-23")).isEqualTo(LocalDateTime.of(2026, 11, 23, 0, 0));
    assertThat(IsoText.zoned("2026-11-23 10:00:00"))
        .isEqualTo(OffsetDateTime.parse("2026-11-23T10:00Z"));
    assertThat(IsoText.zoned("2026-11-23 10:00:00.5+02:00"))
        .isEqualTo(OffsetDateTime.parse("2026-11-23T10:00:00.5+02:00"));
    assertThatThrownBy(() -> IsoText.dateTime("1700000000"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("'1700000000'");
  }

  record Email(String address) {}

  static final class EmailType extends UserDefinedType<Email, String> {
    private final int length;

    EmailType(int length) {
      super(Email.class, varchar(length));
      this.length = length;
    }

    @Override
    protected String toDatabase(Email value) {
      return value.address();
    }

    @Override
    protected Email fromDatabase(String value) {
      return new Email(value);
    }

    @Override
    protected List<?> configuration() {
      return List.of(length);
    }
  }

  @Test
  void userDefinedTypesCompareByClassAndConfiguration() {
    assertThat(new EmailType(20)).isEqualTo(new EmailType(20)).hasSameHashCodeAs(new EmailType(20));
    assertThat(new EmailType(20)).isNotEqualTo(new EmailType(30));
    assertThat(STANDARD.ddl(new EmailType(20))).isEqualTo("VARCHAR(20)");
    assertThatThrownBy(() -> new EmailType(20).convert("a@b"))
        .hasMessageContaining("takes a io.alchemy.types.TypesTest$Email");
  }
}
