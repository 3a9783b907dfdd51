package io.alchemy.orm.mapping;

import io.alchemy.sql.Alias;
import io.alchemy.sql.node.EntityFrom;
import io.alchemy.sql.node.ShapeWriter;

/** A mapped class under a name of its own in a statement. Known by identity: each is another row source. */
public interface EntityAlias extends EntityFrom {
  Class<?> type();

  /** The row source behind it: an anonymous alias of the class's table, or the subquery whose rows are entities. */
  Alias alias();

  @Override
  default void shape(ShapeWriter to) {
    to.token(EntityAlias.class).token(type()).child(alias());
  }
}
