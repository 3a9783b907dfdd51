package io.alchemy.spring.monitoring;

import io.alchemy.engine.Engine;
import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Observes the statements of an engine: each from when it is sent until the database has answered. A connection runs one at a
 * time, so its number finds the observation again.
 */
public final class StatementObservations implements ExecutionListener {
  private static final StatementObservationConvention DEFAULT =
      new StatementObservationConvention() {};

  private final String engineName;
  private final Engine engine;
  private final ObservationRegistry registry;
  private final StatementObservationConvention convention;
  private final Map<Long, Observation> running = new ConcurrentHashMap<>();

  /** @param engineName tells several engines apart */
  public StatementObservations(
      String engineName,
      Engine engine,
      ObservationRegistry registry,
      StatementObservationConvention convention) {
    this.engineName = engineName;
    this.engine = engine;
    this.registry = registry;
    this.convention = convention;
  }

  /** The convention where an application has none of its own. */
  public static StatementObservationConvention defaultConvention() {
    return DEFAULT;
  }

  @Override
  public void beforeExecute(StatementEvent event) {
    Observation observation = Observation.createNotStarted(
        convention, () -> new StatementContext(engineName, engine, event), registry);
    Observation refused = running.put(event.connectionId(), observation.start());
    if (refused != null) {
      // Another listener did not let it be sent.
      refused.stop();
    }
  }

  @Override
  public void afterExecute(StatementEvent event) {
    Observation observation = running.remove(event.connectionId());
    if (observation != null) {
      observation.stop();
    }
  }

  @Override
  public void executeFailed(StatementEvent event) {
    Observation observation = running.remove(event.connectionId());
    if (observation != null) {
      if (event.error() != null) {
        observation.error(event.error());
      }
      observation.stop();
    }
  }
}
