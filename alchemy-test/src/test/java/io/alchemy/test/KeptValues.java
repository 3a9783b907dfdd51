package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Sql;
import io.alchemy.types.Codec;
import io.alchemy.types.NativeType;
import io.alchemy.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A table of one column of some type: what comes back from it, is found in it, and how it sorts. */
final class KeptValues {
  private final TestDatabase database;
  private final Engine engine;

  KeptValues(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
  }

  @SafeVarargs
  final <T> void comesBack(SqlType<T> type, T... values) {
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

  /** Values come back by whichever way statements take them: alone, in rows of many, in lists, and inside documents. */
  @SafeVarargs
  final <T> void travels(SqlType<T> type, T... values) {
    OneColumn<T> t = new OneColumn<>(type);
    List<T> given = List.of(values);
    try (Connection connection = table(type)) {
      for (T value : given) {
        connection.execute(Sql.insert(t).set(t.v, value));
      }
      connection.execute(Sql.insert(t).rows(given, (row, value) -> row.set(t.v, value)));
      List<Object[]> rows = new ArrayList<>();
      given.forEach(value -> rows.add(new Object[] {type.stored(value)}));
      Executor.of(connection).insert(new InsertRows(t, List.of(t.v), rows, List.of(t.id)));
      List<T> read = connection.execute(Sql.select(t.v).orderBy(t.id)).all();
      assertThat(read).hasSize(3 * values.length);
      for (int i = 0; i < read.size(); i++) {
        T expected = values[i % values.length];
        assertThat(type.same(read.get(i), expected))
            .as("%s: read %s, expected %s", type, read.get(i), expected)
            .isTrue();
      }
      assertThat(connection.execute(Sql.select(t.v).where(t.v.in(given))).all())
          .hasSameSizeAs(read);
      assertThat(connection
              .execute(Sql.select(Sql.multiset(Sql.select(t.v).orderBy(t.id))))
              .one())
          .isEqualTo(read);
    }
  }

  private static final class OneColumn<T> extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<T> v;

    OneColumn(SqlType<T> type) {
      super("t", new MetaData());
      v = column("v", type);
    }
  }

  /** Equal to the last bit; lists by their type, since they may hold arrays of bytes. */
  private static <T> boolean areEqual(SqlType<T> type, @Nullable T read, T expected) {
    return expected instanceof List
        ? type.same(read, expected)
        : Objects.deepEquals(read, expected);
  }

  <T> void nullComesBack(SqlType<T> type) {
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
  final <T> void sorts(SqlType<T> type, T... ascending) {
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

  Connection table(SqlType<?> type) {
    database.clear();
    MetaData metadata = new MetaData();
    new Table("t", metadata, column("id", INTEGER).primaryKey(), column("v", type));
    metadata.createAll(engine);
    return engine.connect();
  }

  <T> void insert(Connection connection, SqlType<T> type, List<? extends @Nullable T> values) {
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

  <T> List<@Nullable T> select(Connection connection, SqlType<T> type, String sql) {
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

  <T> int count(Connection connection, SqlType<T> type, String operator, T value) {
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

  boolean hasNative(NativeType type) {
    return engine.dialect().nativeName(type) != null;
  }
}
