package io.alchemy.orm.loading;

import java.util.List;

/**
 * How the rows of one shape are read: what a lowering leaves beside the compiled statement.
 *
 * @param items one for each thing selected, projections taken apart
 * @param readers the readers of entities, those of joined relationships included
 * @param once whether the rows of one instance are one result, since a collection was joined
 */
record EntityPlan(List<Item> items, List<EntityReader> readers, boolean once) {
  /**
   * Something selected.
   *
   * @param reader makes an entity; null for a column
   * @param position the column's position, counted from 1
   */
  record Item(@org.jspecify.annotations.Nullable EntityReader reader, int position) {}
}
