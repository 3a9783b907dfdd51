package io.alchemy.spring.monitoring;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * How the observation of a statement is named. Unless a bean of this type says otherwise: {@code alchemy.statement}, with keys as
 * OpenTelemetry names them. Metrics have {@code db.operation.name}, {@code db.system.name} and {@code alchemy.engine}; traces have
 * the text of the statement too, {@code db.query.text}, and {@code db.operation.batch.size}. The values of parameters are nowhere.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/database-spans/">OpenTelemetry: database spans</a>
 */
public interface StatementObservationConvention extends ObservationConvention<StatementContext> {
  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof StatementContext;
  }

  @Override
  default String getName() {
    return "alchemy.statement";
  }

  @Override
  default String getContextualName(StatementContext context) {
    return context.operation() + " " + context.database();
  }

  @Override
  default KeyValues getLowCardinalityKeyValues(StatementContext context) {
    return KeyValues.of(
        "db.operation.name",
        context.operation(),
        "db.system.name",
        context.database(),
        "alchemy.engine",
        context.engineName());
  }

  @Override
  default KeyValues getHighCardinalityKeyValues(StatementContext context) {
    return KeyValues.of(
        "db.query.text",
        context.statement().sql(),
        "db.operation.batch.size",
        String.valueOf(context.statement().batchSize()));
  }
}
