package io.alchemy.compile;

import io.alchemy.error.ArgumentException;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the values of an IN list travel as one array, {@code x = ANY(?)}, so that the text is the same for lists of every
 * length. The array's type is the widest of its kind: a cast to VARCHAR(20) or NUMERIC(12, 2) would cut or round what it is
 * given, and find rows that are not equal.
 */
final class ArrayForm {
  private ArrayForm() {}

  /** The array type for elements of {@code type}; null where a list of placeholders is the safe way. */
  static @Nullable SqlType<?> of(@Nullable SqlType<?> type, SqlDialect dialect) {
    if (type == null || !dialect.can(Capability.ARRAYS)) {
      return null;
    }
    SqlType<?> exact = arrayOf(type);
    if (exact == null) {
      return null;
    }
    return switch (type.family()) {
      // CHAR compares with its padding, which an array of another text type would not have.
      case TEXT -> type.name().startsWith("CHAR") ? null : Types.arrayOf(Types.TEXT);
      case NUMBER -> type.javaType() == BigDecimal.class ? Types.arrayOf(Types.NUMERIC) : exact;
      case BOOLEAN, TEMPORAL, UUID, ENUM -> exact;
      default -> null;
    };
  }

  /** Only the library's own types can be elements; a user's type has a codec of its own for each value. */
  private static @Nullable SqlType<?> arrayOf(SqlType<?> type) {
    if (type.family() == TypeFamily.ARRAY || type.family() == TypeFamily.OTHER) {
      return null;
    }
    try {
      return Types.arrayOf(type);
    } catch (ArgumentException notBuiltIn) {
      return null;
    }
  }
}
