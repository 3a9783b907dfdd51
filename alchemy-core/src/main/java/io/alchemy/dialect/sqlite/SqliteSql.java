package io.alchemy.dialect.sqlite;

import io.alchemy.compile.JsonSyntax;
import io.alchemy.compile.MultisetSyntax;
import io.alchemy.error.CompileException;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import java.util.List;
import java.util.function.UnaryOperator;

/** The few ways in which SQLite's SQL is its own. */
final class SqliteSql {
  /** In the form in which times are kept, in local time as PostgreSQL's LOCALTIMESTAMP is. */
  static final String CURRENT_TIMESTAMP = "strftime('%Y-%m-%d %H:%M:%f000', 'now', 'localtime')";

  static final JsonSyntax JSON = new Json();
  static final MultisetSyntax MULTISETS = new Rows();

  private SqliteSql() {}

  /** CAST to a declared type goes by its affinity, and that of DATETIME or UUID is numeric. */
  static String castTarget(SqlType<?> type) {
    Class<?> java = type.javaType();
    if (type.family() == TypeFamily.BINARY) {
      return "BLOB";
    }
    if (java == Double.class || java == Float.class) {
      return "REAL";
    }
    if (type.family() == TypeFamily.BOOLEAN
        || java == Integer.class
        || java == Long.class
        || java == Short.class) {
      return "INTEGER";
    }
    return type.family() == TypeFamily.NUMBER ? "NUMERIC" : "TEXT";
  }

  private static final class Json implements JsonSyntax {
    /** To SQLite, JSON's true is 1. */
    @Override
    public List<String> text(List<Object> path) {
      String at = ", " + path(path) + ")";
      return List.of(
          "CASE json_type(",
          at + " WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(json_extract(",
          at + " AS TEXT) END");
    }

    @Override
    public List<String> value(List<Object> path, SqlType<?> type) {
      if (castTarget(type).equals("TEXT")) {
        return text(path);
      }
      return List.of("CAST(json_extract(", ", " + path(path) + ") AS " + castTarget(type) + ")");
    }

    @Override
    public List<String> exists(List<Object> path) {
      return List.of("json_type(", ", " + path(path) + ") IS NOT NULL");
    }

    private static String path(List<Object> path) {
      StringBuilder text = new StringBuilder("$");
      for (Object step : path) {
        if (step instanceof Integer) {
          text.append('[').append(step).append(']');
        } else {
          text.append(".\"").append(key(step.toString())).append('"');
        }
      }
      return "'" + text.toString().replace("'", "''") + "'";
    }

    private static String key(String key) {
      if (key.indexOf('"') >= 0) {
        throw new CompileException(
            "SQLite's JSON paths cannot name a key with quotes in it: " + key);
      }
      return key;
    }

    @Override
    public String elements(UnaryOperator<String> placeholder) {
      return "SELECT " + placeholder.apply("value") + " FROM json_each(?)";
    }
  }

  private static final class Rows implements MultisetSyntax {
    /** CAST to TEXT keeps 15 digits of a number and takes bytes for text. */
    @Override
    public List<String> element(SqlType<?> type) {
      if (type.family() == TypeFamily.BINARY) {
        return List.of("CASE WHEN ", " IS NOT NULL THEN '\\x' || hex(", ") END");
      }
      if (castTarget(type).equals("REAL")) {
        return List.of("CASE WHEN ", " IS NOT NULL THEN printf('%!.17g', ", ") END");
      }
      return List.of("CAST(", " AS TEXT)");
    }

    @Override
    public List<String> row() {
      return List.of("json_array(", ")");
    }

    @Override
    public List<String> rows() {
      return List.of("(SELECT json_group_array(", ")", ")");
    }
  }
}
