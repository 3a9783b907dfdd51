package io.alchemy.orm;

import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.node.EntityClass;
import io.alchemy.sql.node.TableAlias;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class under another name in a statement, as when a class is joined twice. The name is made when the SQL is
 * written; each {@code AliasedClass} is a row source of its own.
 */
public final class AliasedClass<E> implements EntityAlias, Selectable<E> {
  private final Class<E> type;
  private final Alias alias;

  private AliasedClass(Class<E> type, Alias alias) {
    this.type = type;
    this.alias = alias;
  }

  /** An alias of the class's table. */
  public static <E> AliasedClass<E> of(Class<E> entity) {
    return new AliasedClass<>(entity, TableAlias.anonymous(new EntityClass<>(entity)));
  }

  /** Entities read from {@code source}: a subquery or CTE that has the class's columns. */
  public static <E> AliasedClass<E> of(Class<E> entity, Alias source) {
    return new AliasedClass<>(entity, source);
  }

  /** The attribute as this alias has it. */
  public <T extends @Nullable Object> Expression<T> get(ColumnAttribute<? super E, T> attribute) {
    return new AliasedAttribute<>(type, attribute.key(), this);
  }

  /** The relationship as it starts from this alias. */
  public <T> ReferenceAttribute<E, T> get(ReferenceAttribute<? super E, T> attribute) {
    return new ReferenceAttribute<>(type, attribute.target(), attribute.key(), this);
  }

  /** The relationship as it starts from this alias. */
  public <T> CollectionAttribute<E, T> get(CollectionAttribute<? super E, T> attribute) {
    return new CollectionAttribute<>(type, attribute.target(), attribute.key(), this);
  }

  @Override
  public Class<E> type() {
    return type;
  }

  @Override
  public Alias alias() {
    return alias;
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
