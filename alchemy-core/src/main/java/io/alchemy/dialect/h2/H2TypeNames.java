package io.alchemy.dialect.h2;

import io.alchemy.dialect.DeclaredType;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import org.jspecify.annotations.Nullable;

/** The types of columns as INFORMATION_SCHEMA tells them; what is unknown reads as text. */
final class H2TypeNames {
  /** The longest text that is no large object: what VARCHAR means without a length. */
  private static final long LONGEST = 1_000_000_000;

  private static final String ARRAY = " ARRAY";

  private H2TypeNames() {}

  /** A type's name with what limits it, of which a row tells name, length, precision and scale from {@code first} on. */
  static String declared(@Nullable Object[] row, int first) {
    String name = String.valueOf(row[first]);
    Object length = row[first + 1];
    return switch (name) {
      case "CHARACTER", "CHARACTER VARYING", "VARCHAR_IGNORECASE" ->
        length == null || ((Number) length).longValue() >= LONGEST
            ? name
            : name + "(" + length + ")";
      case "NUMERIC" -> name + "(" + row[first + 2] + ", " + row[first + 3] + ")";
      default -> name;
    };
  }

  static SqlType<?> of(String declared) {
    return declared.endsWith(ARRAY)
        ? Types.arrayOf(single(declared.substring(0, declared.length() - ARRAY.length())))
        : single(declared);
  }

  private static SqlType<?> single(String declared) {
    DeclaredType type = DeclaredType.parse(declared);
    return switch (type.words()) {
      case "TINYINT", "SMALLINT" -> Types.SMALLINT;
      case "INTEGER" -> Types.INTEGER;
      case "BIGINT" -> Types.BIGINT;
      case "BOOLEAN" -> Types.BOOLEAN;
      case "REAL" -> Types.REAL;
      case "DOUBLE PRECISION" -> Types.DOUBLE;
      case "NUMERIC" -> type.numeric();
      case "DECFLOAT" -> Types.NUMERIC;
      case "CHARACTER VARYING", "VARCHAR_IGNORECASE" ->
        type.arguments().isEmpty() ? Types.TEXT : type.varchar();
      case "CHARACTER" -> type.character();
      case "DATE" -> Types.DATE;
      case "TIME" -> Types.TIME;
      case "TIMESTAMP" -> Types.DATETIME;
      case "TIMESTAMP WITH TIME ZONE" -> Types.DATETIME_TZ;
      case "BINARY", "BINARY VARYING", "BINARY LARGE OBJECT" -> Types.BLOB;
      case "UUID" -> Types.uuid();
      case "JSON" -> Types.jsonObject();
      default -> Types.TEXT;
    };
  }
}
