package io.alchemy.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.orm.Session;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiApplication;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** Which database a test gets. */
class TestDatabaseTests {
  private static String file(JdbcTemplate jdbc) {
    return String.valueOf(jdbc.queryForList("PRAGMA database_list").get(0).get("file"));
  }

  /** The application's DataSource, in the place of which tests get one of their own. */
  @TestConfiguration(proxyBeanMethods = false)
  static class OwnDataSource {
    @Bean
    DataSource ownDataSource() {
      HikariDataSource source = new HikariDataSource();
      source.setJdbcUrl("jdbc:sqlite:/nowhere/application.db");
      return source;
    }
  }

  @Nested
  @AlchemyTest
  @ContextConfiguration(classes = WikiApplication.class)
  @Import(OwnDataSource.class)
  class ADataSourceOfTheApplication {
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void isReplaced() {
      assertThat(file(jdbc)).isEmpty();
    }
  }

  @Nested
  @AlchemyTest
  @ContextConfiguration(classes = WikiApplication.class)
  class AUrlThatTheTestProvides {
    @TempDir
    static Path directory;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
      registry.add("alchemy.url", () -> "sqlite:///" + directory.resolve("dynamic.db"));
    }

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void isKept() {
      assertThat(file(jdbc)).endsWith("dynamic.db");
    }
  }

  @Nested
  @AlchemyTest(
      database = TestDatabase.APPLICATION,
      properties = "alchemy.url=sqlite:///target/application-test.db")
  @ContextConfiguration(classes = WikiApplication.class)
  class TheDatabaseOfTheApplication {
    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Session session;

    @Test
    void isUsedIfAskedFor() {
      session.add(new Article("Home"));
      session.flush();
      assertThat(file(jdbc)).endsWith("application-test.db");
    }
  }

  @Nested
  @SpringBootTest(
      classes = WikiApplication.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE)
  @Import(OwnDataSource.class)
  @AutoConfigureAlchemyTestDatabase
  @Transactional
  class AWholeApplication {
    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Session session;

    @Test
    void mayHaveADatabaseOfTheTestToo() {
      session.add(new Article("Home"));
      session.flush();
      assertThat(file(jdbc)).isEmpty();
    }
  }
}
