package io.alchemy.orm.mapping;

/** A mapped attribute: a column, or a relationship. */
public sealed interface Property permits ColumnProperty, RelationshipProperty {
  /** The name of the field. */
  String key();

  /** The index in the prepared class. */
  int attribute();
}
