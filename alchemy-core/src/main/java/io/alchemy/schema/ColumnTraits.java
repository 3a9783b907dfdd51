package io.alchemy.schema;

import io.alchemy.sql.Expression;
import org.jspecify.annotations.Nullable;

/** What {@link ColumnDef} says about a column, until its table is sealed. */
final class ColumnTraits<T extends @Nullable Object> {
  @Nullable
  String key;

  boolean primaryKey;
  boolean nullable = true;
  boolean unique;
  boolean neverReused;
  boolean indexed;

  @Nullable
  ColumnReference reference;

  @Nullable
  String onDelete;

  @Nullable
  String onUpdate;

  @Nullable
  Sequence sequence;

  @Nullable
  DefaultGenerator<T> defaultGenerator;

  @Nullable
  DefaultGenerator<T> onUpdateGenerator;

  @Nullable
  Expression<? extends T> serverDefault;

  @Nullable
  String comment;
}
