package io.alchemy.spring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import io.alchemy.orm.Session;
import io.alchemy.schema.Inspector;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiApplication;
import io.alchemy.spring.wiki.WikiMappings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Migrations run first; what Alchemy does to the tables comes after them. */
class FlywayTests {
  private static final String INCOMPLETE = "spring.flyway.locations=classpath:migrations/article";
  private static final String COMPLETE = "spring.flyway.locations=classpath:migrations/all";

  @TempDir
  Path directory;

  @Configuration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackageClasses = WikiApplication.class)
  static class Wiki {}

  private ApplicationContextRunner application(String... properties) {
    return Runners.application()
        .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
        .withUserConfiguration(Wiki.class, WikiMappings.class)
        .withPropertyValues("alchemy.url=sqlite:///" + directory.resolve("wiki.db"))
        .withPropertyValues(properties);
  }

  private static List<String> tables(AssertableApplicationContext application) {
    return application.getBean(Engine.class).inspector().tableNames();
  }

  private static boolean isMigrated(AssertableApplicationContext application) {
    return application.getBean(Engine.class).inspector().columns("article").stream()
        .map(Inspector.ColumnInfo::name)
        .anyMatch("written_by_migration"::equals);
  }

  @Test
  void byItselfAlchemyLeavesTheTablesToTheMigrations() {
    application(INCOMPLETE).run(application -> {
      assertThat(application).hasNotFailed();
      assertThat(tables(application)).containsExactly("article", "flyway_schema_history");
    });
  }

  @Test
  void tablesThatAreStillMissingAreCreatedAfterTheMigrations() {
    application(INCOMPLETE, "alchemy.create-all=always").run(application -> {
      assertThat(application).hasNotFailed();
      assertThat(isMigrated(application)).isTrue();
      assertThat(tables(application)).contains("article", "remark", "label");
    });
  }

  @Test
  void whatIsValidatedIsTheMigratedDatabase() {
    application(COMPLETE, "alchemy.create-all=validate").run(application -> {
      assertThat(application).hasNotFailed();
      assertThat(application.getBean(Session.class).query(Article.class).all()).isEmpty();
    });
  }

  @Test
  void whatTheMigrationsForgotIsNamed() {
    application(INCOMPLETE, "alchemy.create-all=validate")
        .run(application -> assertThat(application)
            .getFailure()
            .rootCause()
            .isInstanceOf(SchemaValidationException.class)
            .hasMessageContaining("table remark")
            .hasMessageContaining("table label"));
  }

  @Test
  void scriptsRunLast() {
    application(
            INCOMPLETE,
            "alchemy.create-all=always",
            "spring.sql.init.mode=always",
            "spring.sql.init.data-locations=classpath:articles.sql")
        .run(application -> {
          assertThat(application).hasNotFailed();
          assertThat(
                  application.getBean(Session.class).query(Article.class).one().getTitle())
              .isEqualTo("From a script");
        });
  }
}
