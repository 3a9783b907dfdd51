package io.alchemy.spring.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Engine;
import io.alchemy.error.ProgrammingException;
import io.alchemy.orm.Session;
import io.alchemy.spring.boot.AlchemyEndpointAutoConfiguration;
import io.alchemy.spring.boot.AlchemyObservationAutoConfiguration;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiMappings;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What metrics, traces and the actuator show of Alchemy. */
class MonitoringTests {
  private final TestObservationRegistry observed = TestObservationRegistry.create();
  private final ApplicationContextRunner context = Runners.application()
      .withConfiguration(AutoConfigurations.of(
          AlchemyObservationAutoConfiguration.class, AlchemyEndpointAutoConfiguration.class))
      .withUserConfiguration(WikiMappings.class);

  private ApplicationContextRunner observing() {
    return context.withBean(ObservationRegistry.class, () -> observed);
  }

  private static Engine engine(ApplicationContext application) {
    return application.getBean(Engine.class);
  }

  @Test
  void eachStatementIsObserved() {
    observing().run(application -> {
      assertThat(application.getBean(Session.class).query(Article.class).all()).isEmpty();

      TestObservationRegistryAssert.assertThat(observed)
          .hasObservationWithNameEqualTo("alchemy.statement")
          .that()
          .hasBeenStarted()
          .hasBeenStopped()
          .hasContextualNameEqualTo("SELECT sqlite")
          .hasLowCardinalityKeyValue("db.operation.name", "SELECT")
          .hasLowCardinalityKeyValue("db.system.name", "sqlite")
          .hasLowCardinalityKeyValue("alchemy.engine", "alchemyEngine")
          .hasHighCardinalityKeyValue("db.operation.batch.size", "1")
          .hasHighCardinalityKeyValueWithKey("db.query.text")
          .doesNotHaveError();
    });
  }

  @Test
  void theValuesOfParametersAreNotObserved() {
    observing().run(application -> {
      engine(application).read(c -> c.execute("SELECT ?", "a secret").all());

      TestObservationRegistryAssert.assertThat(observed)
          .hasSingleObservationThat()
          .hasHighCardinalityKeyValue("db.query.text", "SELECT ?");
    });
  }

  @Test
  void aFailedStatementIsObservedWithItsError() {
    observing().run(application -> {
      assertThatExceptionOfType(ProgrammingException.class)
          .isThrownBy(
              () -> engine(application).transaction(c -> c.execute("nonsense").close()));

      TestObservationRegistryAssert.assertThat(observed)
          .hasSingleObservationThat()
          .hasBeenStopped()
          .hasLowCardinalityKeyValue("db.operation.name", "OTHER")
          .hasError();
    });
  }

  @Test
  void aConventionOfTheApplicationNamesThem() {
    StatementObservationConvention own = new StatementObservationConvention() {
      @Override
      public String getName() {
        return "sql";
      }
    };
    observing().withBean(StatementObservationConvention.class, () -> own).run(application -> {
      engine(application).read(c -> c.execute("SELECT 1").all());

      TestObservationRegistryAssert.assertThat(observed)
          .hasSingleObservationThat()
          .hasNameEqualTo("sql");
    });
  }

  @Test
  void withoutAnObservationRegistryNothingIsObserved() {
    context.run(application -> assertThat(application)
        .hasNotFailed()
        .doesNotHaveBean(AlchemyObservationAutoConfiguration.class));
  }

  @Test
  void withoutMicrometerNothingIsObserved() {
    context
        .withClassLoader(new FilteredClassLoader(ObservationRegistry.class))
        .run(application -> assertThat(application)
            .hasNotFailed()
            .doesNotHaveBean(AlchemyObservationAutoConfiguration.class));
  }

  @Test
  void theEndpointShowsDatabaseAndTables() {
    context
        .withPropertyValues("management.endpoints.web.exposure.include=alchemy")
        .run(application -> {
          AlchemyEndpoint.Report report =
              application.getBean(AlchemyEndpoint.class).alchemy();

          assertThat(report.contexts()).containsOnlyKeys(String.valueOf(application.getId()));
          AlchemyEndpoint.Context context =
              report.contexts().values().iterator().next();
          assertThat(context.sessionMakers()).containsOnlyKeys("alchemySessionMaker");
          AlchemyEndpoint.Sessions sessions =
              context.sessionMakers().values().iterator().next();
          assertThat(sessions.dialect()).isEqualTo("sqlite");
          assertThat(sessions.url()).contains(":memory:");
          assertThat(sessions.pool().size()).isEqualTo(1);
          assertThat(sessions.tables()).containsExactly("article", "remark");
        });
  }

  @Test
  void theEndpointIsThereOnlyWhereItIsExposed() {
    context.run(
        application -> assertThat(application).hasNotFailed().doesNotHaveBean("alchemyEndpoint"));
  }

  @Test
  void withoutActuatorThereIsNoEndpoint() {
    context
        .withClassLoader(new FilteredClassLoader(Endpoint.class))
        .run(application -> assertThat(application)
            .hasNotFailed()
            .doesNotHaveBean(AlchemyEndpointAutoConfiguration.class));
  }
}
