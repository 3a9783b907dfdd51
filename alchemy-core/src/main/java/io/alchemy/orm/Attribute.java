package io.alchemy.orm;

import org.jspecify.annotations.Nullable;

/** A persistent attribute of E, typed T. Only a name: each Registry resolves it. */
public sealed interface Attribute<E, T extends @Nullable Object>
    permits ColumnAttribute, RelationAttribute {
  Class<E> owner();

  String key();
}
