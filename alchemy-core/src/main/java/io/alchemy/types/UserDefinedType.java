package io.alchemy.types;

import io.alchemy.error.ArgumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type of your own: a Java class whose values travel as those of a type that exists.
 *
 * <pre>{@code
 * final class EmailType extends UserDefinedType<Email, String> {
 *   EmailType() { super(Email.class, Types.varchar(320)); }
 *   protected String toDatabase(Email value) { return value.address(); }
 *   protected Email fromDatabase(String value) { return new Email(value); }
 * }
 * }</pre>
 *
 * <p>Two instances are equal if they are of one class with equal {@link #configuration}; nothing else, a lambda least of
 * all, takes part, since types are part of the statement cache's key. Null is never converted: it is NULL both ways.
 *
 * @param <T> the Java class of the values
 * @param <D> what the type underneath keeps them as
 */
public abstract class UserDefinedType<T, D> implements SqlType<T> {
  private final Class<T> javaType;
  private final SqlType<D> base;

  protected UserDefinedType(Class<T> javaType, SqlType<D> base) {
    this.javaType = javaType;
    this.base = base;
  }

  protected abstract D toDatabase(T value);

  protected abstract T fromDatabase(D value);

  /** What tells two types of this class apart, as values with {@code equals}; nothing by default. */
  protected List<?> configuration() {
    return List.of();
  }

  final SqlType<D> base() {
    return base;
  }

  private @Nullable D down(@Nullable T value) {
    return value == null ? null : toDatabase(value);
  }

  private @Nullable T up(@Nullable D value) {
    return value == null ? null : fromDatabase(value);
  }

  @Override
  public final Class<?> javaType() {
    return javaType;
  }

  @Override
  public String name() {
    return getClass().getSimpleName() + "(" + base.name() + ")";
  }

  @Override
  public String ddl(Database database) {
    return database.ddl(base);
  }

  @Override
  public Codec<T> codec(Database database) {
    Codec<D> codec = database.codec(base);
    return new Codec<>() {
      @Override
      public void set(PreparedStatement statement, int index, @Nullable T value)
          throws SQLException {
        codec.set(statement, index, down(value));
      }

      @Override
      public @Nullable T get(ResultSet row, int index) throws SQLException {
        return up(codec.get(row, index));
      }
    };
  }

  @Override
  public TypeFamily family() {
    return base.family();
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable T convert(@Nullable Object value) {
    if (value == null || javaType.isInstance(value)) {
      return (T) value;
    }
    throw new ArgumentException(name() + " takes a " + javaType.getName() + ", not a "
        + value.getClass().getName());
  }

  @Override
  public @Nullable T ofText(String text) {
    return up(base.ofText(text));
  }

  @Override
  public @Nullable T stored(@Nullable T value) {
    return value == null ? null : up(base.stored(toDatabase(value)));
  }

  @Override
  public SqlType<T> assigned() {
    return base.assigned().equals(base) ? this : new AssignedType<>(this);
  }

  @Override
  public String placeholder(Database database, String marker) {
    return base.placeholder(database, marker);
  }

  @Override
  public String literal(Database database, T value) {
    return base.literal(database, toDatabase(value));
  }

  @Override
  public boolean same(@Nullable T left, @Nullable T right) {
    return left == right || base.same(down(left), down(right));
  }

  /** Override with true if values of {@code T} can change in place. */
  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public @Nullable T copy(@Nullable T value) {
    return isMutable() ? up(base.copy(down(value))) : value;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof UserDefinedType<?, ?> that
            && getClass() == that.getClass()
            && javaType == that.javaType
            && base.equals(that.base)
            && configuration().equals(that.configuration());
  }

  @Override
  public final int hashCode() {
    return Objects.hash(getClass(), javaType, base);
  }

  @Override
  public final String toString() {
    return name();
  }
}
