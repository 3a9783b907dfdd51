package io.alchemy.dialect.postgresql;

import io.alchemy.compile.JsonSyntax;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few ways in which PostgreSQL's SQL is its own. */
final class PostgresqlSql {
  static final JsonSyntax JSON = new Json();

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

    @Override
    public List<String> element(SqlType<?> type) {
      return List.of("CAST(", " AS TEXT)");
    }

    @Override
    public List<String> array() {
      return List.of("json_build_array(", ")");
    }

    @Override
    public List<String> arrayOfRows() {
      return List.of("coalesce(json_agg(", "), '[]')");
    }
  }
}
