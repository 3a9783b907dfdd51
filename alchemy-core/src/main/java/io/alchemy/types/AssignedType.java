package io.alchemy.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A type whose values are bound as a column keeps them: see {@link SqlType#assigned}. In all else it is that type. */
record AssignedType<T extends @Nullable Object>(SqlType<T> type) implements SqlType<T> {
  @Override
  public Codec<T> codec(Database database) {
    Codec<T> codec = database.codec(type);
    return new Codec<>() {
      @Override
      public void set(PreparedStatement statement, int index, @Nullable T value)
          throws SQLException {
        codec.set(statement, index, type.stored(value));
      }

      @Override
      public @Nullable T get(ResultSet row, int index) throws SQLException {
        return codec.get(row, index);
      }
    };
  }

  @Override
  public Class<?> javaType() {
    return type.javaType();
  }

  @Override
  public String name() {
    return type.name();
  }

  @Override
  public String ddl(Database database) {
    return database.ddl(type);
  }

  @Override
  public TypeFamily family() {
    return type.family();
  }

  @Override
  public @Nullable T convert(@Nullable Object value) {
    return type.convert(value);
  }

  @Override
  public @Nullable T stored(@Nullable T value) {
    return type.stored(value);
  }

  @Override
  public String placeholder(Database database, String marker) {
    return type.placeholder(database, marker);
  }

  @Override
  public String literal(Database database, T value) {
    return type.literal(database, value);
  }

  @Override
  public boolean same(@Nullable T left, @Nullable T right) {
    return type.same(left, right);
  }

  @Override
  public boolean isMutable() {
    return type.isMutable();
  }

  @Override
  public @Nullable T copy(@Nullable T value) {
    return type.copy(value);
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
