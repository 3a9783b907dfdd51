package io.alchemy.sql;

import io.alchemy.sql.node.Junction;
import io.alchemy.sql.node.Not;
import io.alchemy.types.SqlType;
import io.alchemy.types.Types;

/** What may stand in WHERE: true, false, or unknown. */
public interface Condition extends Expression<Boolean> {
  @Override
  default SqlType<Boolean> type() {
    return Types.BOOLEAN;
  }

  /** {@code this AND other}; a chain of any length is one flat list. */
  default Condition and(Condition other) {
    return Junction.and(this, other);
  }

  /** {@code this OR other}; a chain of any length is one flat list. */
  default Condition or(Condition other) {
    return Junction.or(this, other);
  }

  /** {@code NOT this}, written as the opposite operator where there is one. */
  default Condition not() {
    return new Not(this);
  }
}
