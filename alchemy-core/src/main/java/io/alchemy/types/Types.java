package io.alchemy.types;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

public final class Types {
  private record Named<T extends @Nullable Object>(String name, Class<?> javaType)
      implements SqlType<T> {
    public String ddl(Database d) {
      return name;
    }

    public Codec<T> codec(Database d) {
      throw new UnsupportedOperationException();
    }

    public TypeFamily family() {
      return TypeFamily.OTHER;
    }

    @SuppressWarnings("unchecked")
    public @Nullable T convert(@Nullable Object v) {
      return (T) v;
    }
  }

  private static <T extends @Nullable Object> SqlType<T> t(String n, Class<?> c) {
    return new Named<T>(n, c);
  }

  public static final SqlType<Integer> INTEGER = t("INTEGER", Integer.class);
  public static final SqlType<Short> SMALLINT = t("SMALLINT", Short.class);
  public static final SqlType<Long> BIGINT = t("BIGINT", Long.class);
  public static final SqlType<Boolean> BOOLEAN = t("BOOLEAN", Boolean.class);
  public static final SqlType<String> TEXT = t("TEXT", String.class);
  public static final SqlType<Double> DOUBLE = t("DOUBLE", Double.class);
  public static final SqlType<LocalDateTime> DATETIME = t("DATETIME", LocalDateTime.class);
  public static final SqlType<LocalDate> DATE = t("DATE", LocalDate.class);
  public static final SqlType<LocalTime> TIME = t("TIME", LocalTime.class);
  public static final SqlType<OffsetDateTime> DATETIME_TZ = t("DATETIME_TZ", OffsetDateTime.class);
  public static final SqlType<byte[]> BLOB = t("BLOB", byte[].class);

  public static SqlType<String> unicode(int length) {
    return t("UNICODE", String.class);
  }

  public static SqlType<String> varchar(int length) {
    return t("VARCHAR", String.class);
  }

  public static SqlType<BigDecimal> numeric(int precision, int scale) {
    return t("NUMERIC", BigDecimal.class);
  }

  public static SqlType<UUID> uuid() {
    return t("UUID", UUID.class);
  }

  public static SqlType<Map<String, Object>> jsonObject() {
    return t("JSON", Map.class);
  }

  public static <E extends Enum<E>> SqlType<E> enumOf(Class<E> type) {
    return t("ENUM", type);
  }

  public static <T> SqlType<T> jsonOf(Class<T> type) {
    return t("JSON", type);
  }

  public static <T extends @Nullable Object> SqlType<List<T>> arrayOf(SqlType<T> element) {
    return t("ARRAY", List.class);
  }

  private Types() {}
}
