package io.alchemy.orm.mapping;

import io.alchemy.sql.node.EntityExpression;
import org.jspecify.annotations.Nullable;

/** A column attribute in a statement: a class and a name, which a registry resolves to a column. */
public interface AttributeReference<T extends @Nullable Object> extends EntityExpression<T> {
  Class<?> owner();

  String key();

  /** The alias that the attribute is read from; null for the class itself. */
  @Nullable
  EntityAlias from();
}
