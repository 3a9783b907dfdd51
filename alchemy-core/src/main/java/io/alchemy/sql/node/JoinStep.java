package io.alchemy.sql.node;

import io.alchemy.sql.Condition;
import io.alchemy.sql.From;
import io.alchemy.sql.Joinable;
import org.jspecify.annotations.Nullable;

/**
 * A join that was added to a SELECT; what stands on its left is found when the statement is compiled.
 *
 * @param right what is joined; null for a relationship, which knows
 * @param relationship the relationship to follow; null for a plain join
 */
public record JoinStep(
    JoinNode.Kind kind,
    @Nullable From right,
    @Nullable Condition on,
    @Nullable Joinable relationship)
    implements Node {
  @Override
  public void shape(ShapeWriter to) {
    to.token(JoinStep.class).token(kind).child(right).child(on).child(relationship);
  }
}
