package io.alchemy.test.sql;

import static io.alchemy.sql.Sql.concat;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.length;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.or;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.BLOB;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.DOUBLE;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.numeric;
import static io.alchemy.types.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.dialect.Dialect;
import io.alchemy.engine.Connection;
import io.alchemy.error.ArgumentException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.types.SqlType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Statements longer than a person writes: what a database's own limits would refuse. */
@EachDatabase
class LongStatementTests {
  private final TestDatabase database;

  /** More values than the database takes as parameters of one statement. */
  private final int many;

  LongStatementTests(TestDatabase database) {
    this.database = database;
    this.many = database.engine().dialect().maxParameters() + 5;
  }

  /** A table with one column beside its key. */
  private static final class Kept<T> extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<T> value;

    Kept(MetaData metadata, SqlType<T> type) {
      super("kept", metadata);
      value = column("value", type);
    }
  }

  /** Keeps the values 0 to 9, and finds 3 to 9 by a list of them and of many others. */
  private <T> void findsByLongList(SqlType<T> type, int many, IntFunction<T> value) {
    database.clear();
    MetaData metadata = new MetaData();
    Kept<T> kept = new Kept<>(metadata, type);
    metadata.createAll(database.engine());
    List<T> list = IntStream.range(3, many).mapToObj(value).toList();
    try (Connection connection = database.engine().connect()) {
      for (int i = 0; i < 10; i++) {
        connection.execute(insert(kept).set(kept.id, i).set(kept.value, value.apply(i)));
      }
      assertThat(connection
              .execute(select(kept.id).where(kept.value.in(list)).orderBy(kept.id))
              .all())
          .as(type.name())
          .containsExactly(3, 4, 5, 6, 7, 8, 9);
      assertThat(connection
              .execute(select(kept.id)
                  .where(kept.value.notIn(list), kept.value.in(list.get(0), value.apply(1))))
              .all())
          .as(type.name())
          .containsExactly(1);
    }
  }

  private <T> void findsByLongList(SqlType<T> type, IntFunction<T> value) {
    findsByLongList(type, many, value);
  }

  @Test
  void aListMayBeLongerThanADatabasesParameters() {
    Dialect dialect = database.engine().dialect();
    Assumptions.assumeTrue(
        dialect.can(Capability.ARRAYS) || dialect.json().elements(value -> value) != null,
        () -> database + " takes no list as one value");
    findsByLongList(INTEGER, i -> i);
    findsByLongList(BIGINT, i -> Long.MAX_VALUE - i);
    findsByLongList(TEXT, i -> "ü\"\\\n" + i);
    findsByLongList(DATETIME, i -> LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(i));
    findsByLongList(uuid(), i -> new UUID(i, -i));
    findsByLongList(
        numeric(30, 10), i -> new BigDecimal("12345678901234567890.1").add(BigDecimal.valueOf(i)));
    findsByLongList(numeric(12, 2), i -> BigDecimal.valueOf(i, 2));
    findsByLongList(DOUBLE, i -> i / 8.0);
  }

  @Test
  void aListThatCannotBeShortenedIsRefusedByName() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(
            () -> findsByLongList(BLOB, many, i -> ("tag" + i).getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("the statement has " + (many - 3) + " values, and " + database)
        .withMessageContaining("in parts");
  }

  @Test
  void aStatementOfTooManyValuesIsRefusedByName() {
    List<Condition> conditions =
        IntStream.range(0, many).mapToObj(i -> literal(i).eq(1)).toList();
    try (Connection connection = database.engine().connect()) {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> connection.execute(select(or(conditions))))
          .withMessageContaining("the statement has " + 2 * many + " values, and " + database);
    }
  }

  @Test
  void chainsOfAnyOperatorAreComputed() {
    Expression<Integer> sum = literal(0);
    Expression<String> text = literal("");
    for (int i = 0; i < 10_000; i++) {
      sum = sum.plus(i);
      text = concat(text, "x");
    }
    try (Connection connection = database.engine().connect()) {
      assertThat(connection.execute(select(sum)).one()).isEqualTo(49_995_000);
      assertThat(connection.execute(select(length(text))).one()).isEqualTo(10_000);
    }
  }
}
