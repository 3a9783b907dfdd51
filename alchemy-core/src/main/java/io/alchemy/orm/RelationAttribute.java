package io.alchemy.orm;

import io.alchemy.sql.*;

/** E's relationship to T, one or many. */
public abstract sealed class RelationAttribute<E, T> implements Attribute<E, T>, Joinable
    permits ReferenceAttribute, CollectionAttribute {
  private final Class<E> owner;
  private final Class<T> target;
  private final String key;

  RelationAttribute(Class<E> owner, Class<T> target, String key) {
    this.owner = owner;
    this.target = target;
    this.key = key;
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
  /** The join's target under an alias. */
  public Joinable as(AliasedClass<? extends T> alias) {
    throw new UnsupportedOperationException();
  }
  /** An extra criterion in the join's ON. */
  public Joinable and(Condition criterion) {
    throw new UnsupportedOperationException();
  }
}
