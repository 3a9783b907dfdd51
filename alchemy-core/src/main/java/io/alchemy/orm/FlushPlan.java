package io.alchemy.orm;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a flush would write, in order: each step is one batch of rows of one shape.
 *
 * @see Session#flushPlan
 */
public record FlushPlan(List<Step> steps) {
  public FlushPlan {
    steps = List.copyOf(steps);
  }

  /**
   * @param action {@code INSERT}, {@code UPDATE} or {@code DELETE}
   * @param columns the columns that are written; of a DELETE, those that find the rows
   * @param rows how many rows
   */
  public record Step(String action, String table, List<String> columns, int rows) {
    public Step {
      columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
      return action + " " + table + " " + columns + " x " + rows;
    }
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** A line for each step: {@code INSERT page [title, content] x 3}. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
  }
}
