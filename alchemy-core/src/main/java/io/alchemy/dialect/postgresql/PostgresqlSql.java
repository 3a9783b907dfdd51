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
    public Around text(List<Object> path) {
      return new Around("(CAST(", " AS jsonb) #>> " + path(path) + ")");
    }

    @Override
    public Around value(List<Object> path, SqlType<?> type) {
      return new Around("CAST((CAST(", " AS jsonb) #>> " + path(path) + ") AS " + ddl(type) + ")");
    }

    @Override
    public Around exists(List<Object> path) {
      return new Around("(CAST(", " AS jsonb) #> " + path(path) + ") IS NOT NULL");
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
    public String element(String column, SqlType<?> type) {
      return "CAST(" + column + " AS TEXT)";
    }

    @Override
    public String arrayFunction() {
      return "json_build_array";
    }

    @Override
    public Around arrayOfRows() {
      return new Around("coalesce(json_agg(", "), '[]')");
    }
  }
}
