package io.alchemy.orm.mapping;

import io.alchemy.sql.Condition;
import io.alchemy.sql.Joinable;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import org.jspecify.annotations.Nullable;

/** A relationship in a statement: the path of a join, or the subject of a condition. */
public interface RelationshipReference extends Joinable, Node {
  Class<?> owner();

  @Override
  String key();

  /** The alias that the relationship starts from; null for the owning class itself. */
  @Nullable
  EntityAlias from();

  /** The alias that the relationship leads to; null for the target class itself. */
  @Nullable
  EntityAlias to();

  /** What the join's ON says beyond the relationship; null where there is nothing. */
  @Nullable
  Condition criterion();

  @Override
  default void shape(ShapeWriter writer) {
    writer
        .token(RelationshipReference.class)
        .token(owner())
        .token(key())
        .child(from())
        .child(to())
        .child(criterion());
  }
}
