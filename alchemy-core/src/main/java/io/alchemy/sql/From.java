package io.alchemy.sql;

import io.alchemy.sql.node.JoinNode;

/** What may stand in FROM. */
@CheckReturnValue
public interface From {
  /** {@code this JOIN right ON …}, the condition inferred from the one foreign key between the two. */
  default Join join(From right) {
    return new JoinNode(JoinNode.Kind.INNER, this, right, null);
  }

  /** {@code this JOIN right ON on}. */
  default Join join(From right, Condition on) {
    return new JoinNode(JoinNode.Kind.INNER, this, right, on);
  }

  /** {@code this LEFT JOIN right ON …}, the condition inferred from the one foreign key between the two. */
  default Join leftJoin(From right) {
    return new JoinNode(JoinNode.Kind.LEFT, this, right, null);
  }

  /** {@code this LEFT JOIN right ON on}. */
  default Join leftJoin(From right, Condition on) {
    return new JoinNode(JoinNode.Kind.LEFT, this, right, on);
  }

  /** {@code this FULL JOIN right ON on}. */
  default Join fullJoin(From right, Condition on) {
    return new JoinNode(JoinNode.Kind.FULL, this, right, on);
  }

  /** {@code this CROSS JOIN right}: every row with every row. */
  default Join crossJoin(From right) {
    return new JoinNode(JoinNode.Kind.CROSS, this, right, null);
  }
}
