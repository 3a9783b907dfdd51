package io.alchemy.sql.node;

import io.alchemy.types.SqlType;
import io.alchemy.types.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL type of a value that comes without one. */
public final class JavaTypes {
  private static final Map<Class<?>, SqlType<?>> TYPES =
      Map.ofEntries(
          Map.entry(Integer.class, Types.INTEGER),
          Map.entry(Short.class, Types.SMALLINT),
          Map.entry(Long.class, Types.BIGINT),
          Map.entry(Boolean.class, Types.BOOLEAN),
          Map.entry(String.class, Types.TEXT),
          Map.entry(Double.class, Types.DOUBLE),
          Map.entry(LocalDateTime.class, Types.DATETIME),
          Map.entry(LocalDate.class, Types.DATE),
          Map.entry(LocalTime.class, Types.TIME),
          Map.entry(OffsetDateTime.class, Types.DATETIME_TZ),
          Map.entry(byte[].class, Types.BLOB),
          Map.entry(UUID.class, Types.uuid()));

  private JavaTypes() {}

  /** The type that {@code value} has by its class; null where there is none. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an enum constant's declaring class is its enum
  public static @Nullable SqlType<?> of(Object value) {
    if (value instanceof Enum<?> constant) {
      return Types.enumOf((Class) constant.getDeclaringClass());
    }
    if (value instanceof BigDecimal) {
      return Types.numeric(38, 10);
    }
    return TYPES.get(value.getClass());
  }
}
