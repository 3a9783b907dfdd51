package io.alchemy.orm;

import io.alchemy.orm.mapping.EntityAlias;
import io.alchemy.orm.mapping.RelationshipReference;
import io.alchemy.sql.Condition;
import org.jspecify.annotations.Nullable;

/** A relationship as the path of one join: to an alias, or with more in its ON. */
record RelationshipPath(
    Class<?> owner,
    String key,
    @Nullable EntityAlias from,
    @Nullable EntityAlias to,
    @Nullable Condition criterion)
    implements RelationshipReference {
  @Override
  public String toString() {
    return owner.getSimpleName() + "." + key;
  }
}
