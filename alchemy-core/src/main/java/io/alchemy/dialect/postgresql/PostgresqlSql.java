package io.alchemy.dialect.postgresql;

import io.alchemy.compile.JsonSyntax;
import io.alchemy.compile.MultisetSyntax;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few ways in which PostgreSQL's SQL is its own. */
final class PostgresqlSql {
  static final JsonSyntax JSON = new Json();
  static final MultisetSyntax MULTISETS = new Rows();

  private PostgresqlSql() {}

  /** Both parts of a recursive query must have one type, and VARCHAR(80) || text is no VARCHAR(80). */
  static @Nullable String recursiveType(SqlType<?> type) {
    if (type.family() == TypeFamily.TEXT) {
      return "TEXT";
    }
    return type.javaType() == BigDecimal.class ? "NUMERIC" : null;
  }

  private static final class Json implements JsonSyntax {
    @Override
    public List<String> text(List<Object> path) {
      return List.of("(CAST(", " AS jsonb) #>> " + path(path) + ")");
    }

    @Override
    public List<String> value(List<Object> path, SqlType<?> type) {
      return List.of("CAST((CAST(", " AS jsonb) #>> " + path(path) + ") AS " + ddl(type) + ")");
    }

    @Override
    public List<String> exists(List<Object> path) {
      return List.of("(CAST(", " AS jsonb) #> " + path(path) + ") IS NOT NULL");
    }

    private static String ddl(SqlType<?> type) {
      return new PostgresqlDialect().ddl(type);
    }

    private static String path(List<Object> path) {
      StringBuilder text = new StringBuilder("{");
      for (Object step : path) {
        text.append(text.length() == 1 ? "" : ",");
        String plain = step.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        text.append('"').append(plain).append('"');
      }
      return "'" + text.append('}').toString().replace("'", "''") + "'";
    }
  }

  /**
   * Arrays of arrays of text: 500 rows of six columns, in 50 lists, take the server 0.74 ms, and 1.32 ms as JSON, of which each
   * {@code json_build_array} looks up how to write each type.
   */
  private static final class Rows implements MultisetSyntax {
    @Override
    public List<String> element(SqlType<?> type) {
      return List.of("CAST(", " AS TEXT)");
    }

    @Override
    public List<String> json() {
      return List.of("to_json(", ")");
    }

    @Override
    public List<String> row() {
      return List.of("ARRAY[", "]");
    }

    @Override
    public List<String> rows() {
      return List.of("ARRAY(SELECT ", "", ")");
    }

    @Override
    public List<List<?>> read(ResultSet row, int index) throws SQLException {
      Array array = row.getArray(index);
      if (array == null) {
        return List.of();
      }
      Object[] read = (Object[]) array.getArray();
      List<List<?>> rows = new ArrayList<>(read.length);
      for (Object texts : read) {
        rows.add(Arrays.asList((Object[]) texts));
      }
      return rows;
    }
  }
}
