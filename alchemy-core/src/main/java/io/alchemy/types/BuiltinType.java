package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import org.jspecify.annotations.Nullable;

/**
 * A type that comes with the library. Compared by class, name and Java type; the name holds all configuration
 * ({@code NUMERIC(12, 2)}).
 */
abstract class BuiltinType<T> implements SqlType<T> {
  private final String name;
  private final Class<?> javaType;
  private final TypeFamily family;
  private final int hash;

  BuiltinType(String name, Class<?> javaType, TypeFamily family) {
    this.name = name;
    this.javaType = javaType;
    this.family = family;
    this.hash = 31 * name.hashCode() + javaType.hashCode();
  }

  /** The value, which is of the type's Java class, as text that {@link #fromText} reads back without loss. */
  abstract String toText(T value);

  /** Reads {@link #toText}, and what databases write of their own (a default of {@code CURRENT_TIMESTAMP}). */
  abstract T fromText(String text);

  /** The type's name in a CAST that must not lose anything. */
  String castName(Database database) {
    return database.ddl(this);
  }

  @Override
  public @Nullable T ofText(String text) {
    return fromText(text);
  }

  /** The value when it is not of the type's Java class but means the same; null where it does not. */
  @Nullable
  T convertOther(Object value) {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public final @Nullable T convert(@Nullable Object value) {
    if (value == null || javaType.isInstance(value)) {
      return (T) value;
    }
    T converted = convertOther(value);
    if (converted == null) {
      throw refused(value);
    }
    return converted;
  }

  final ArgumentException refused(Object value) {
    return new ArgumentException(
        name + " takes a " + javaType.getName() + ", not a " + value.getClass().getName());
  }

  @Override
  public String literal(Database database, T value) {
    return quoted(toText(value));
  }

  static String quoted(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new CompileException(
          "A text with a NUL character cannot be written as a literal; bind it");
    }
    return '\'' + text.replace("'", "''") + '\'';
  }

  @Override
  public final Class<?> javaType() {
    return javaType;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final TypeFamily family() {
    return family;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof BuiltinType<?> that
        && getClass() == that.getClass()
        && name.equals(that.name)
        && javaType == that.javaType;
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  @Override
  public final String toString() {
    return name;
  }
}
