package io.alchemy.orm;

import io.alchemy.orm.mapping.AttributeReference;
import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.sql.node.ShapeWriter;
import org.jspecify.annotations.Nullable;

/** A column attribute read from an alias of its class. */
record AliasedAttribute<T extends @Nullable Object>(Class<?> owner, String key, EntityAlias from)
    implements AttributeReference<T> {
  @Override
  public void shape(ShapeWriter to) {
    to.token(AliasedAttribute.class).token(owner).token(key).child(from);
  }

  @Override
  public String toString() {
    return from + "." + key;
  }
}
