package io.alchemy.compile;

import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.KeyedFrom;
import io.alchemy.types.SqlType;
import io.alchemy.types.TypeFamily;
import io.alchemy.types.Types;
import io.alchemy.types.UserDefinedType;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the values of an IN list travel as one array, {@code x = ANY(?)}, so that the text is the same for lists of every
 * length. The array's type is the widest of its kind: a cast to VARCHAR(20) or NUMERIC(12, 2) would cut or round what it is
 * given, and find rows that are not equal.
 */
public final class ArrayForm {
  private ArrayForm() {}

  /** The array type for elements of {@code type}; null where a list of placeholders is the safe way. */
  static @Nullable SqlType<?> of(@Nullable SqlType<?> type, SqlDialect dialect) {
    return type == null || !dialect.can(Capability.ARRAYS) ? null : of(type);
  }

  /** Whether an array holds values of {@code type} as they are, so that a {@link KeyedFrom} can be made of them. */
  public static boolean holds(SqlType<?> type) {
    return of(type) != null;
  }

  /** The array type for keys, of whose type {@link #holds} is true. */
  static SqlType<?> of(BindList keys) {
    SqlType<?> type = keys.type();
    return Objects.requireNonNull(type == null ? null : of(type), "keys have a type");
  }

  private static @Nullable SqlType<?> of(SqlType<?> type) {
    SqlType<?> exact = arrayOf(type);
    // A user's type has a codec of its own for each value.
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

  private static @Nullable SqlType<?> arrayOf(SqlType<?> type) {
    boolean ownCodec = type instanceof UserDefinedType<?, ?>;
    if (ownCodec || type.family() == TypeFamily.ARRAY || type.family() == TypeFamily.OTHER) {
      return null;
    }
    return Types.arrayOf(type);
  }
}
