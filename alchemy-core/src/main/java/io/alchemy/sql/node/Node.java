package io.alchemy.sql.node;

import java.util.List;

/**
 * A part of a statement. Immutable, compared by value.
 *
 * <p>Columns and tables are no nodes: they are known by identity, and stand for themselves in a shape.
 */
public interface Node {
  /**
   * Writes this part's shape: everything that the SQL text depends on, as tokens, and every bind value, in the same
   * traversal. Two statements of equal tokens compile to the same SQL.
   */
  void shape(ShapeWriter to);

  /** The parts directly below, without those of subqueries: where columns are looked for. */
  default List<?> parts() {
    return List.of();
  }
}
