package io.alchemy.spring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.Inspector;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.WikiApplication;
import io.alchemy.spring.wiki.WikiMappings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables on start-up. */
class SchemaInitializerTests {
  @TempDir
  Path directory;

  private final ApplicationContextRunner context =
      Runners.application().withUserConfiguration(Wiki.class, WikiMappings.class);

  @Configuration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackageClasses = WikiApplication.class)
  static class Wiki {}

  private static List<String> tables(ApplicationContext application) {
    return application.getBean(Engine.class).inspector().tableNames();
  }

  private String file() {
    return "alchemy.url=sqlite:///" + directory.resolve("wiki.db");
  }

  @Test
  void anEmbeddedDatabaseGetsItsTables() {
    context.run(application ->
        assertThat(tables(application)).containsExactly("article", "label", "remark"));
  }

  @Test
  void aSqliteFileIsEmbeddedToo() {
    context
        .withPropertyValues(file())
        .run(application ->
            assertThat(tables(application)).containsExactly("article", "label", "remark"));
  }

  @Test
  void rowsOutliveARestart() {
    context.withPropertyValues(file()).run(application -> insert(application, "Home"));

    context
        .withPropertyValues(file())
        .run(application -> assertThat(titles(application)).containsExactly("Home"));
  }

  private static void insert(ApplicationContext application, String title) {
    application
        .getBean(JdbcTemplate.class)
        .update("INSERT INTO article (title, version) VALUES (?, 0)", title);
  }

  private static List<String> titles(ApplicationContext application) {
    return application
        .getBean(JdbcTemplate.class)
        .queryForList("SELECT title FROM article", String.class);
  }

  @Test
  void aManagedSchemaIsLeftAlone() {
    SchemaManagementProvider flyway = source -> SchemaManagement.MANAGED;
    context
        .withBean(SchemaManagementProvider.class, () -> flyway)
        .run(application -> assertThat(tables(application)).isEmpty());
  }

  @Test
  void alwaysCreatesEvenWhereTheSchemaIsManaged() {
    SchemaManagementProvider flyway = source -> SchemaManagement.MANAGED;
    context
        .withBean(SchemaManagementProvider.class, () -> flyway)
        .withPropertyValues("alchemy.create-all=always")
        .run(application -> assertThat(tables(application)).contains("article"));
  }

  @Test
  void neverCreatesNothing() {
    context
        .withPropertyValues("alchemy.create-all=never")
        .run(application -> assertThat(tables(application)).isEmpty());
  }

  @Test
  void dropCreateStartsWithEmptyTables() {
    context.withPropertyValues(file()).run(application -> insert(application, "Home"));

    context
        .withPropertyValues(file(), "alchemy.create-all=drop-create")
        .run(application -> assertThat(titles(application)).isEmpty());
  }

  @Test
  void validateRefusesToStartWithoutTheTables() {
    context
        .withPropertyValues("alchemy.create-all=validate")
        .run(application -> assertThat(application)
            .getFailure()
            .rootCause()
            .isInstanceOf(SchemaValidationException.class)
            .hasMessageContaining("table article")
            .hasMessageContaining("table remark"));
  }

  @Test
  void validateNamesMissingColumns() {
    Runners.application()
        .withPropertyValues(file())
        .run(application -> application
            .getBean(JdbcTemplate.class)
            .execute("CREATE TABLE article (id INTEGER PRIMARY KEY)"));

    Runners.application()
        .withUserConfiguration(WikiMappings.class)
        .withPropertyValues(file(), "alchemy.create-all=validate")
        .run(application -> assertThat(application)
            .getFailure()
            .rootCause()
            .hasMessageContaining("column article.title"));
  }

  @Test
  void validateStartsWhereNothingIsMissing() {
    context
        .withPropertyValues(file())
        .run(application -> assertThat(application).hasNotFailed());

    context
        .withPropertyValues(file(), "alchemy.create-all=validate")
        .run(application -> assertThat(application).hasNotFailed());
  }

  @Test
  void scriptsRunAfterTheTablesAreCreated() {
    context
        .withPropertyValues(
            "spring.sql.init.mode=always", "spring.sql.init.data-locations=classpath:articles.sql")
        .run(application -> {
          assertThat(application).hasNotFailed();
          assertThat(titles(application)).containsExactly("From a script");
        });
  }

  @Test
  void scriptsRunFirstIfAskedTo() {
    context
        .withPropertyValues(
            "alchemy.scripts-first=true",
            "spring.sql.init.mode=always",
            "spring.sql.init.schema-locations=classpath:article.sql")
        .run(application -> {
          assertThat(application).hasNotFailed();
          assertThat(columns(application, "article")).contains("written_by_script");
          assertThat(tables(application)).contains("remark");
        });
  }

  private static List<String> columns(ApplicationContext application, String table) {
    return application.getBean(Engine.class).inspector().columns(table).stream()
        .map(Inspector.ColumnInfo::name)
        .toList();
  }

  @Test
  void sessionsAndJdbcWaitForTheTables() {
    context.run(application -> {
      var beans = ((ConfigurableApplicationContext) application.getSourceApplicationContext())
          .getBeanFactory();
      for (Class<?> type : List.of(SessionMaker.class, Session.class, JdbcTemplate.class)) {
        String name = beans.getBeanNamesForType(type)[0];
        assertThat(beans.getBeanDefinition(name).getDependsOn())
            .contains("alchemySchemaInitializer");
      }
    });
  }

  @Test
  void tablesAreCreatedWhereBeansAreLazy() {
    context
        .withInitializer(application -> application.addBeanFactoryPostProcessor(
            new org.springframework.boot.LazyInitializationBeanFactoryPostProcessor()))
        .run(application -> assertThat(tables(application)).contains("article"));
  }
}
