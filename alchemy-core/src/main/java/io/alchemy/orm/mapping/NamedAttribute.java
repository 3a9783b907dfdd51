package io.alchemy.orm.mapping;

import io.alchemy.sql.node.ShapeWriter;
import org.jspecify.annotations.Nullable;

/** A column attribute known by its name, as annotations give it. */
record NamedAttribute(Class<?> owner, String key) implements AttributeReference<@Nullable Object> {
  @Override
  public @Nullable EntityAlias from() {
    return null;
  }

  @Override
  public void shape(ShapeWriter to) {
    to.token(NamedAttribute.class).token(owner).token(key);
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + key;
  }
}
