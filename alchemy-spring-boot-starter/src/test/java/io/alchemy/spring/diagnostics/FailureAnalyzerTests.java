package io.alchemy.spring.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.error.MappingException;
import io.alchemy.orm.Session;
import io.alchemy.spring.boot.KeptClassFiles;
import io.alchemy.spring.boot.RegistryCustomizer;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.WikiMappings;
import io.alchemy.spring.wiki.WikiTables;
import java.net.URLClassLoader;
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

  @Test
  void aUrlThatIsNoneIsExplained() {
    context
        .withPropertyValues("alchemy.url=wiki.db")
        .run(application -> assertThat(analyze(application).getDescription())
            .contains("'wiki.db'", "sqlite:///file.db"));
  }

  @Test
  void aMissingDriverIsNamedWithItsDependency() {
    context
        .withPropertyValues(
            "spring.datasource.url=jdbc:h2:mem:wiki",
            "spring.datasource.driver-class-name=org.h2.MissingDriver")
        .run(application -> {
          FailureAnalysis analysis = analyze(application);
          assertThat(analysis.getDescription()).contains("org.h2.MissingDriver");
          assertThat(analysis.getAction()).contains("com.h2database:h2");
        });
  }

  @Test
  void aUrlThatNoDriverTakesIsNamed() {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl("jdbc:nowhere://host/db?password=secret");
      assertThatThrownBy(pool::getConnection).satisfies(failure -> {
        FailureAnalysis analysis =
            Objects.requireNonNull(new MissingDriverFailureAnalyzer().analyze(failure));
        assertThat(analysis.getDescription()).contains("jdbc:nowhere").doesNotContain("secret");
        assertThat(analysis.getAction()).contains("the database's driver");
      });
    }
  }

  @Test
  void aClassThatIsNotPreparedIsExplained() throws Exception {
    String item = "package shop; @io.alchemy.orm.Mapped public class Item { private String name; }";
    try (URLClassLoader loader = KeptClassFiles.compile(directory, "shop.Item", item)) {
      Class<?> unprepared = loader.loadClass("shop.Item");
      context
          .withBean(
              RegistryCustomizer.class,
              () -> registry -> registry.map(unprepared, WikiTables.ARTICLE))
          .run(application -> {
            FailureAnalysis analysis = analyze(application);
            assertThat(analysis.getDescription()).contains("shop.Item");
            assertThat(analysis.getAction()).contains("annotationProcessorPaths", "-javaagent");
          });
    }
  }
}
