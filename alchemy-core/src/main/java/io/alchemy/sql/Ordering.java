package io.alchemy.sql;

import io.alchemy.sql.node.Ordered;

/** An ORDER BY element; a bare expression is ascending. */
public interface Ordering {
  /** {@code this NULLS FIRST}. */
  default Ordering nullsFirst() {
    return Ordered.of(this).nullsFirst();
  }

  /** {@code this NULLS LAST}. */
  default Ordering nullsLast() {
    return Ordered.of(this).nullsLast();
  }
}
