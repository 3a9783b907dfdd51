package io.alchemy.spring.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.error.MappingException;
import io.alchemy.orm.Session;
import io.alchemy.spring.boot.RegistryCustomizer;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.WikiMappings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What somebody reads whose application does not start. */
class FailureAnalyzerTests {
  @TempDir
  Path directory;

  private @Nullable ConfigurableApplicationContext started;
  private final ApplicationContextRunner context =
      Runners.application().withInitializer(application -> started = application);

  @Configuration(proxyBeanMethods = false)
  static class NeedsSession {
    @Bean
    String needsSession(Session session) {
      return session.toString();
    }
  }

  private FailureAnalysis analyze(AssertableApplicationContext application) {
    Throwable failure = Objects.requireNonNull(application.getStartupFailure());
    ConfigurableApplicationContext source = Objects.requireNonNull(started);
    List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
        .load(
            FailureAnalyzer.class,
            ArgumentResolver.of(BeanFactory.class, source.getBeanFactory())
                .and(Environment.class, source.getEnvironment()),
            FailureHandler.handleMessage((message, failed) -> {}));
    for (FailureAnalyzer analyzer : analyzers) {
      @Nullable FailureAnalysis analysis = analyzer.analyze(failure);
      if (analysis != null) {
        return analysis;
      }
    }
    throw new AssertionError("No analyzer knew what to say", failure);
  }

  @Test
  void aSwitchedOffAlchemyIsNamed() {
    context
        .withPropertyValues("alchemy.enabled=false", "spring.datasource.url=jdbc:sqlite::memory:")
        .withUserConfiguration(NeedsSession.class)
        .run(application ->
            assertThat(analyze(application).getDescription()).contains("alchemy.enabled is false"));
  }

  @Test
  void twoDataSourcesAreNamed() {
    context
        .withBean("one", DataSource.class, HikariDataSource::new)
        .withBean("two", DataSource.class, HikariDataSource::new)
        .withUserConfiguration(NeedsSession.class)
        .run(application -> {
          FailureAnalysis analysis = analyze(application);
          assertThat(analysis.getDescription()).contains("one, two");
          assertThat(analysis.getAction()).contains("@Primary");
        });
  }

  @Test
  void missingTablesAreListed() {
    context
        .withPropertyValues("alchemy.create-all=validate")
        .withUserConfiguration(WikiMappings.class)
        .run(application -> {
          FailureAnalysis analysis = analyze(application);
          assertThat(analysis.getDescription()).contains("- table article");
          assertThat(analysis.getAction()).contains("alchemy.create-all=always");
        });
  }

  @Test
  void aMistakeInTheMappingIsShown() {
    context
        .withBean(RegistryCustomizer.class, () -> registry -> {
          throw new MappingException("Page.title has no column");
        })
        .run(application ->
            assertThat(analyze(application).getDescription()).contains("Page.title has no column"));
  }

  @Test
  void aSqliteFileThatCannotBeOpenedIsExplained() {
    context
        .withPropertyValues(
            "alchemy.url=sqlite:///" + directory.resolve("missing/wiki.db"),
            "alchemy.create-all=always",
            "alchemy.pool.connection-timeout=300ms")
        .withUserConfiguration(WikiMappings.class)
        .run(application -> assertThat(analyze(application).getAction()).contains("SQLite file"));
  }

  @Test
  void anUnknownDatabaseIsNamed() {
    context
        .withPropertyValues("alchemy.url=cobol://host/db")
        .run(application -> assertThat(analyze(application).getDescription()).contains("cobol"));
  }
}
