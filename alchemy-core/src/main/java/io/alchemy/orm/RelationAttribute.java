package io.alchemy.orm;

import io.alchemy.error.ArgumentException;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.RelationshipReference;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Joinable;
import org.jspecify.annotations.Nullable;

/** E's relationship to T, one or many: the path of a join, and the subject of conditions. */
public abstract sealed class RelationAttribute<E, T>
    implements Attribute<E, T>, RelationshipReference
    permits ReferenceAttribute, CollectionAttribute {
  private final Class<E> owner;
  private final Class<T> target;
  private final String key;
  private final @Nullable EntityAlias from;

  RelationAttribute(Class<E> owner, Class<T> target, String key, @Nullable EntityAlias from) {
    this.owner = owner;
    this.target = target;
    this.key = key;
    this.from = from;
  }

  @Override
  public Class<E> owner() {
    return owner;
  }

  @Override
  public String key() {
    return key;
  }

  public Class<T> target() {
    return target;
  }

  @Override
  public @Nullable EntityAlias from() {
    return from;
  }

  @Override
  public @Nullable EntityAlias to() {
    return null;
  }

  @Override
  public @Nullable Condition criterion() {
    return null;
  }

  /** The join's target under an alias: {@code join(Page_.tags.as(t2))}. */
  public Joinable as(AliasedClass<? extends T> alias) {
    return new RelationshipPath(owner, key, from, alias, null);
  }

  /** An extra criterion in the join's ON: {@code leftJoin(Page_.comments.and(Comment_.name.eq("x")))}. */
  public Joinable and(Condition criterion) {
    return new RelationshipPath(owner, key, from, null, criterion);
  }

  Object present(@Nullable Object member, String method) {
    if (member == null) {
      throw new ArgumentException(
          this + "." + method + "(…) was given null instead of an instance");
    }
    return member;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelationAttribute<?, ?> that
        && owner == that.owner
        && from == that.from
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
