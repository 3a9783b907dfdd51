package io.alchemy.dialect.sqlite;

import io.alchemy.dialect.DeclaredType;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;

/**
 * The types of columns by their declared names. SQLite takes any name; what is unknown is read by its rules of affinity.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">SQLite: column affinity</a>
 */
final class SqliteTypeNames {
  private SqliteTypeNames() {}

  static SqlType<?> of(String declared) {
    DeclaredType type = DeclaredType.parse(declared);
    return switch (type.words()) {
      case "INTEGER", "INT", "MEDIUMINT" -> Types.INTEGER;
      case "SMALLINT", "TINYINT", "INT2" -> Types.SMALLINT;
      case "BIGINT", "INT8", "UNSIGNED BIG INT" -> Types.BIGINT;
      case "BOOLEAN", "BOOL" -> Types.BOOLEAN;
      case "REAL" -> Types.REAL;
      case "VARCHAR", "NVARCHAR", "CHARACTER VARYING" -> type.varchar();
      case "CHAR", "NCHAR", "CHARACTER" -> type.character();
      case "NUMERIC", "DECIMAL", "DECIMAL_TEXT" -> type.numeric();
      case "DATE" -> Types.DATE;
      case "TIME" -> Types.TIME;
      case "DATETIME", "TIMESTAMP" -> Types.DATETIME;
      case "DATETIME_TZ", "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" -> Types.DATETIME_TZ;
      case "UUID_CHAR", "UUID" -> Types.uuid();
      case "JSON_TEXT", "JSON" -> Types.jsonObject();
      default -> byAffinity(type.words());
    };
  }

  private static SqlType<?> byAffinity(String words) {
    if (words.contains("INT")) {
      return Types.BIGINT;
    }
    if (words.contains("CHAR") || words.contains("CLOB") || words.contains("TEXT")) {
      return Types.TEXT;
    }
    if (words.isEmpty() || words.contains("BLOB")) {
      return Types.BLOB;
    }
    return words.contains("REAL") || words.contains("FLOA") || words.contains("DOUB")
        ? Types.DOUBLE
        : Types.NUMERIC;
  }
}
