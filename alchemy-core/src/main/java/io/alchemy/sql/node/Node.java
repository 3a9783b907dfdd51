package io.alchemy.sql.node;

/** A part of a statement. Immutable, compared by value. */
public interface Node {
  /**
   * Writes this part's shape: everything that the SQL text depends on, as tokens, and every bind value, in the same
   * traversal. Two statements of equal tokens compile to the same SQL.
   */
  void shape(ShapeWriter to);
}
