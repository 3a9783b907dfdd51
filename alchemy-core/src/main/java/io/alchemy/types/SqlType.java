package io.alchemy.types;

import io.alchemy.error.CompileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a Java value becomes a database value: its DDL, and the codec that binds and reads it.
 *
 * <p>A type is a value: two types of equal meaning are {@code equals}, since types are part of a statement's shape. Write
 * your own by extending {@link UserDefinedType}.
 *
 * @param <T> the Java type of its values
 */
public interface SqlType<T extends @Nullable Object> {
  /** The class of the Java values, never a primitive. */
  Class<?> javaType();

  /** What {@code toString()} and error messages call it: {@code VARCHAR(255)}. */
  String name();

  /** The type's name in DDL on {@code database}. Ask {@link Database#ddl}, which lets the database override it. */
  String ddl(Database database);

  /** How values travel on {@code database}. Ask {@link Database#codec}, which lets the database override it. */
  Codec<T> codec(Database database);

  /** What operators make sense on it. */
  TypeFamily family();

  /**
   * The value as this type's Java type: itself, or a lossless conversion ({@code Integer} to {@code Long}).
   *
   * @throws io.alchemy.error.ArgumentException when it is of another type or would lose something
   */
  @Nullable
  T convert(@Nullable Object value);

  /**
   * The value as a column of this type will keep it: times truncated to microseconds, decimals rounded to the scale. What
   * is written back to an object after a flush, so that memory equals the row.
   *
   * @throws io.alchemy.error.ArgumentException when a column of this type cannot keep it
   */
  default @Nullable T stored(@Nullable T value) {
    return value;
  }

  /**
   * The type as it takes values that a column is set to, where that differs from values that are compared: decimals are
   * rounded to the scale on databases that would not do so themselves.
   */
  default SqlType<T> assigned() {
    return this;
  }

  /**
   * The type of what a value of this one and a value of {@code operand} give together, where that may be finer: 1.05 times
   * 1.05 is 1.1025, and is read as that.
   *
   * @param operand null where it is not known
   * @param sum whether they are added or subtracted, and not multiplied or divided
   */
  default SqlType<T> computedWith(@Nullable SqlType<?> operand, boolean sum) {
    return this;
  }

  /**
   * The value that a database writes as this text where it is asked for one, as {@code CAST(value AS TEXT)} asks: how values
   * come back inside JSON.
   */
  default @Nullable T ofText(String text) {
    throw new CompileException(
        name() + " cannot be read from text, so it cannot be part of multiset(…)");
  }

  /** Text around a placeholder, {@code CAST(? AS jsonb)}; the bare marker by default. */
  default String placeholder(Database database, String marker) {
    return marker;
  }

  /**
   * The value as SQL text, for DDL and wherever a database takes no bind.
   *
   * @throws CompileException when the type has no literals
   */
  default String literal(Database database, T value) {
    throw new CompileException(
        name() + " has no literal form; write it with literalColumn(…), or bind the value");
  }

  /** Whether two values are the same to the database; decides whether a changed attribute is written. */
  default boolean same(@Nullable T left, @Nullable T right) {
    return Objects.deepEquals(left, right);
  }

  /** Whether values can change in place (byte arrays, JSON documents), so that a flush must compare by content. */
  default boolean isMutable() {
    return false;
  }

  /** A copy that later changes in place do not reach; the value itself where values cannot change. */
  default @Nullable T copy(@Nullable T value) {
    return value;
  }
}
