package io.alchemy.sql.node;

import io.alchemy.sql.Expression;
import java.util.List;

/** A row source whose columns are known when a statement is built. */
public interface RowSource {
  /** What {@code SELECT *} of it would give, in order. */
  List<? extends Expression<?>> columns();
}
