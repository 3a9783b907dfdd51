package io.alchemy.orm;

import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.node.ShapeWriter;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of E that is kept in a column: at once the attribute's name and a typed SQL expression.
 *
 * <p>It is a name and nothing more: each {@link Registry} resolves it to the column that keeps the attribute there, when
 * a session runs the statement.
 */
public final class ColumnAttribute<E, T extends @Nullable Object>
    implements Attribute<E, T>, AttributeReference<T>, Assignable<T> {
  private final Class<E> owner;
  private final String key;

  private ColumnAttribute(Class<E> owner, String key) {
    this.owner = owner;
    this.key = key;
  }

  /** The attribute called {@code key} of {@code owner}; generated {@code Page_} classes call it. */
  public static <E, T extends @Nullable Object> ColumnAttribute<E, T> of(
      Class<E> owner, String key) {
    return new ColumnAttribute<>(owner, key);
  }

  @Override
  public Class<E> owner() {
    return owner;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public @Nullable EntityAlias from() {
    return null;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(ColumnAttribute.class).token(owner).token(key);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ColumnAttribute<?, ?> that
        && owner == that.owner
        && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return owner.hashCode() * 31 + key.hashCode();
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + key;
  }
}
