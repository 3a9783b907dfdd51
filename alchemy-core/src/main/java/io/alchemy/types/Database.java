package io.alchemy.types;

import org.jspecify.annotations.Nullable;

/** What a type may ask of the database it is used on. */
public interface Database {
  /** The dialect's name, as in a URL: {@code sqlite}, {@code postgresql}. */
  String name();

  /** The DDL name of {@code type} here: this database's own, or the type's default. */
  default String ddl(SqlType<?> type) {
    return type.ddl(this);
  }

  /** The codec of {@code type} here: this database's own, or the type's default. */
  default <T extends @Nullable Object> Codec<T> codec(SqlType<T> type) {
    return type.codec(this);
  }
}
