package io.alchemy.test;

import io.alchemy.engine.StatementEvent;
import java.util.List;

/**
 * A statement that an engine sent.
 *
 * @param parameters the bind values as text, long ones shortened; of a batch the first rows'
 * @param batchSize how often it ran with other values, in one batch
 * @param rows the rows touched; -1 for a query
 */
public record CapturedStatement(String sql, List<String> parameters, int batchSize, long rows) {
  static CapturedStatement of(StatementEvent event) {
    return new CapturedStatement(
        event.sql(), List.copyOf(event.parameters()), event.batchSize(), event.rows());
  }

  @Override
  public String toString() {
    String values = parameters.isEmpty() ? "" : " " + parameters;
    return sql + values + (batchSize > 1 ? " (batch of " + batchSize + ")" : "");
  }
}
