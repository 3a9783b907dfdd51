package io.alchemy.dialect.postgresql;

import io.alchemy.dialect.DeclaredType;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;

/** The types of columns by the names that {@code format_type} gives them; what is unknown reads as text. */
final class PostgresqlTypeNames {
  private PostgresqlTypeNames() {}

  static SqlType<?> of(String declared) {
    return declared.endsWith("[]")
        ? Types.arrayOf(single(declared.substring(0, declared.length() - 2)))
        : single(declared);
  }

  private static SqlType<?> single(String declared) {
    DeclaredType type = DeclaredType.parse(declared);
    return switch (type.words()) {
      case "INTEGER" -> Types.INTEGER;
      case "SMALLINT" -> Types.SMALLINT;
      case "BIGINT" -> Types.BIGINT;
      case "BOOLEAN" -> Types.BOOLEAN;
      case "REAL" -> Types.REAL;
      case "DOUBLE PRECISION" -> Types.DOUBLE;
      case "NUMERIC" -> type.numeric();
      case "CHARACTER VARYING" -> type.varchar();
      case "CHARACTER" -> type.character();
      case "DATE" -> Types.DATE;
      case "TIME WITHOUT TIME ZONE" -> Types.TIME;
      case "TIMESTAMP WITHOUT TIME ZONE" -> Types.DATETIME;
      case "TIMESTAMP WITH TIME ZONE" -> Types.DATETIME_TZ;
      case "BYTEA" -> Types.BLOB;
      case "UUID" -> Types.uuid();
      case "JSONB", "JSON" -> Types.jsonObject();
      default -> Types.TEXT;
    };
  }
}
