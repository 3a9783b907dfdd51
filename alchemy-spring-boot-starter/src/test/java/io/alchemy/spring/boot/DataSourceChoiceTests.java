package io.alchemy.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import io.alchemy.error.ArgumentException;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.spring.transaction.AlchemyTransactionManager;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which database an application with the starter uses. */
@ExtendWith(OutputCaptureExtension.class)
class DataSourceChoiceTests {
  @TempDir
  Path directory;

  private final ApplicationContextRunner context = Runners.application();

  private String url(String file) {
    return "alchemy.url=sqlite:///" + directory.resolve(file);
  }

  private HikariDataSource source(String file) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl("jdbc:sqlite:" + directory.resolve(file));
    return source;
  }

  @Test
  void withoutAnyPropertyItIsSqliteInMemory() {
    context.run(application -> {
      assertThat(application).hasNotFailed().hasSingleBean(DataSource.class);
      assertThat(application.getBean(Engine.class).dialect().name()).isEqualTo("sqlite");
      assertThat(application.getBean(HikariDataSource.class).getMaximumPoolSize())
          .isEqualTo(1);
    });
  }

  @Test
  void jdbcSharesTheDataSourceOfTheUrl() {
    context.withPropertyValues(url("a.db")).run(application -> {
      DataSource source = application.getBean(DataSource.class);
      JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
      assertThat(jdbc.getDataSource()).isSameAs(source);
      assertThat(application.getBean(AlchemyTransactionManager.class).getDataSource())
          .isSameAs(source);
      application.getBean(Engine.class).transaction(c -> c.execute("CREATE TABLE t (i INT)"));
      assertThat(jdbc.queryForObject("SELECT count(*) FROM t", Integer.class)).isZero();
    });
  }

  @Test
  void thePoolIsConfiguredByProperties() {
    context
        .withPropertyValues(
            url("a.db"),
            "alchemy.username=me",
            "alchemy.password=secret",
            "alchemy.pool.size=3",
            "alchemy.pool.connection-timeout=2s",
            "alchemy.pool.max-lifetime=10m",
            "alchemy.pool.leak-detection-threshold=5s")
        .run(application -> {
          HikariDataSource pool = application.getBean(HikariDataSource.class);
          assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
          assertThat(pool.getConnectionTimeout()).isEqualTo(2000);
          assertThat(pool.getMaxLifetime()).isEqualTo(600_000);
          assertThat(pool.getLeakDetectionThreshold()).isEqualTo(5000);
        });
  }

  @Test
  void thePoolIsClosedWithTheApplication() {
    HikariDataSource[] pool = new HikariDataSource[1];
    context.run(application -> pool[0] = application.getBean(HikariDataSource.class));

    assertThat(pool[0].isClosed()).isTrue();
  }

  @Test
  void bootsOwnDataSourceIsUsed() {
    context.withPropertyValues(bootsOwn("b.db")).run(application -> {
      assertThat(application).hasNotFailed().hasSingleBean(DataSource.class);
      assertThat(application.getBean(HikariDataSource.class).getJdbcUrl()).endsWith("b.db");
      assertThat(application.getBean(Engine.class).dialect().name()).isEqualTo("sqlite");
    });
  }

  private String bootsOwn(String file) {
    return "spring.datasource.url=jdbc:sqlite:" + directory.resolve(file);
  }

  private static Object pragma(AssertableApplicationContext application, String name) {
    return Objects.requireNonNull(
        application.getBean(JdbcTemplate.class).queryForObject("PRAGMA " + name, String.class));
  }

  @Test
  void bootsOwnPoolOfSqliteIsSetAsAlchemysIs(CapturedOutput output) {
    context.withPropertyValues(bootsOwn("b.db")).run(application -> {
      assertThat(pragma(application, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(application, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(application, "busy_timeout")).isEqualTo("5000");
      assertThat(output).doesNotContain("does not enforce foreign keys");
    });
  }

  @Test
  void whatIsSaidOfBootsOwnPoolWins(CapturedOutput output) {
    context
        .withPropertyValues(
            bootsOwn("b.db") + "?busy_timeout=100",
            "spring.datasource.hikari.data-source-properties.[journal_mode]=DELETE",
            "spring.datasource.hikari.data-source-properties.[foreign_keys]=false")
        .run(application -> {
          assertThat(pragma(application, "busy_timeout")).isEqualTo("100");
          assertThat(pragma(application, "journal_mode")).isEqualTo("delete");
          assertThat(pragma(application, "foreign_keys")).isEqualTo("0");
          assertThat(output).contains("does not enforce foreign keys");
        });
  }

  @Test
  void aSqliteDataSourceOfTheApplicationIsLeftAsItIsAndWarnedOf(CapturedOutput output) {
    context.withBean("dataSource", DataSource.class, () -> source("own.db")).run(application -> {
      assertThat(pragma(application, "foreign_keys")).isEqualTo("0");
      assertThat(output).contains("does not enforce foreign keys", "own.db", "foreign_keys=on");
    });
  }

  @Test
  void theUrlWinsOverBootsOwn() {
    context.withPropertyValues(url("a.db"), bootsOwn("b.db")).run(application -> {
      assertThat(application).hasSingleBean(DataSource.class);
      application.getBean(JdbcTemplate.class).execute("CREATE TABLE t (i INT)");
      assertThat(directory.resolve("a.db")).exists();
      assertThat(directory.resolve("b.db")).doesNotExist();
    });
  }

  @Test
  void connectionDetailsOfAContainerWinOverTheUrl() {
    context
        .withPropertyValues(url("a.db"))
        .withBean(JdbcConnectionDetails.class, () -> new Details(directory.resolve("c.db")))
        .run(application -> {
          application.getBean(JdbcTemplate.class).execute("CREATE TABLE t (i INT)");
          assertThat(directory.resolve("c.db")).exists();
          assertThat(directory.resolve("a.db")).doesNotExist();
        });
  }

  private record Details(Path file) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return "";
    }

    @Override
    public String getPassword() {
      return "";
    }

    @Override
    public String getJdbcUrl() {
      return "jdbc:sqlite:" + file;
    }

    @Override
    public String getDriverClassName() {
      return "org.sqlite.JDBC";
    }
  }

  @Test
  void bootsEmbeddedH2IsUsed() {
    context
        .withPropertyValues(
            "spring.datasource.embedded-database-connection=h2", "spring.datasource.name=embedded")
        .run(application -> {
          assertThat(application).hasNotFailed().hasSingleBean(DataSource.class);
          Engine engine = application.getBean(Engine.class);
          assertThat(engine.dialect().name()).isEqualTo("h2");
          engine.transaction(c -> c.execute("CREATE TABLE kept (i INT)"));
          assertThat(engine.inspector().tableNames()).containsExactly("kept");
          assertThat(application
                  .getBean(JdbcTemplate.class)
                  .queryForObject("SELECT count(*) FROM kept", Integer.class))
              .isZero();
        });
  }

  @Test
  void aDataSourceOfTheApplicationIsUsed() {
    context.withBean(DataSource.class, () -> source("own.db")).run(application -> {
      assertThat(application).hasSingleBean(DataSource.class);
      application.getBean(Engine.class).transaction(c -> c.execute("CREATE TABLE t (i INT)"));
      assertThat(directory.resolve("own.db")).exists();
    });
  }

  @Test
  void aUrlThatIsNotUsedIsWarnedOf(CapturedOutput output) {
    context
        .withPropertyValues(url("a.db"))
        .withBean(DataSource.class, () -> source("own.db"))
        .run(application -> assertThat(output)
            .contains("alchemy.url is not used")
            .doesNotContain("SQLite in memory"));
  }

  @Test
  void aPoolOfSeveralDatabasesInMemoryIsRefused() {
    context
        .withPropertyValues("spring.datasource.url=jdbc:sqlite::memory:")
        .run(application -> assertThat(application)
            .getFailure()
            .rootCause()
            .isInstanceOf(ArgumentException.class)
            .hasMessageContaining("a database of its own"));
  }

  @Test
  void anEngineOfTheApplicationIsUsed() {
    try (HikariDataSource own = source("own.db")) {
      Engine engine = Engine.of(own);
      context
          .withBean(DataSource.class, () -> own)
          .withBean("own", Engine.class, () -> engine)
          .run(application -> {
            assertThat(application).hasSingleBean(Engine.class);
            assertThat(application.getBean(SessionMaker.class).engine()).isSameAs(engine);
          });
    }
  }

  @Test
  void twoDataSourcesWithoutAPrimaryOneMakeNoSession() {
    context
        .withBean("one", DataSource.class, () -> source("one.db"))
        .withBean("two", DataSource.class, () -> source("two.db"))
        .run(application -> assertThat(application).hasNotFailed().doesNotHaveBean(Session.class));
  }

  @Test
  void thePrimaryOneOfTwoDataSourcesIsUsed() {
    context
        .withBean(
            "one",
            DataSource.class,
            () -> source("one.db"),
            definition -> definition.setPrimary(true))
        .withBean("two", DataSource.class, () -> source("two.db"))
        .run(application -> {
          assertThat(application).hasNotFailed().hasSingleBean(Session.class);
          assertThat(application.getBean(AlchemyTransactionManager.class).getDataSource())
              .isSameAs(application.getBean("one"));
        });
  }
}
