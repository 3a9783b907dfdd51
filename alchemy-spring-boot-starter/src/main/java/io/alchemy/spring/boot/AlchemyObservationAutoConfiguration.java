package io.alchemy.spring.boot;

import io.alchemy.engine.Engine;
import io.alchemy.spring.monitoring.StatementObservationConvention;
import io.alchemy.spring.monitoring.StatementObservations;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Observes the statements of every engine, if the application observes anything. */
@AutoConfiguration(
    after = AlchemyAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({Engine.class, ObservationRegistry.class})
public final class AlchemyObservationAutoConfiguration {

  /** When all beans are there, so that no engine brings the registries of metrics to life too early. */
  @Bean
  SmartInitializingSingleton alchemyStatementObservations(
      ListableBeanFactory beans,
      ObjectProvider<ObservationRegistry> registry,
      ObjectProvider<StatementObservationConvention> convention) {
    return () -> {
      ObservationRegistry observed = registry.getObject();
      if (observed.isNoop()) {
        return;
      }
      StatementObservationConvention named =
          convention.getIfAvailable(StatementObservations::defaultConvention);
      beans
          .getBeansOfType(Engine.class)
          .forEach((name, engine) ->
              engine.addListener(new StatementObservations(name, engine, observed, named)));
    };
  }
}
