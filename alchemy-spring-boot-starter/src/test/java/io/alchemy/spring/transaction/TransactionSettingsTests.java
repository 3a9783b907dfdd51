package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import io.alchemy.error.ConnectionTimeoutException;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.schema.MetaData;
import io.alchemy.spring.NothingIsLeftBehind;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiMappings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What Boot's properties and beans say about transactions. */
class TransactionSettingsTests {
  @TempDir
  Path directory;

  private final ApplicationContextRunner context =
      Runners.application().withUserConfiguration(WikiMappings.class);

  @Test
  void theDefaultTimeoutIsBoots() {
    context
        .withPropertyValues("spring.transaction.default-timeout=7s")
        .run(application -> assertThat(
                application.getBean(AlchemyTransactionManager.class).getDefaultTimeout())
            .isEqualTo(7));
  }

  @Test
  void executionListenersHearOfTransactions() {
    List<String> heard = new ArrayList<>();
    TransactionExecutionListener listener = new TransactionExecutionListener() {
      @Override
      public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        heard.add("begin");
      }

      @Override
      public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        heard.add("commit");
      }
    };
    context.withBean(TransactionExecutionListener.class, () -> listener).run(application -> {
      application.getBean(TransactionTemplate.class).executeWithoutResult(status -> {});
      assertThat(heard).containsExactly("begin", "commit");
    });
  }

  @Test
  void aThreadThatHoldsTheOnlyConnectionIsToldSoAtOnce() {
    context.run(application -> {
      Session session = application.getBean(Session.class);
      TransactionTemplate outer = application.getBean(TransactionTemplate.class);
      TransactionTemplate inner =
          new TransactionTemplate(application.getBean(AlchemyTransactionManager.class));
      inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

      outer.executeWithoutResult(status -> {
        session.add(new Article("Outer"));
        session.flush();
        assertThatExceptionOfType(ConnectionTimeoutException.class)
            .isThrownBy(() -> inner.executeWithoutResult(
                nested -> session.query(Article.class).all().clear()))
            .withMessageContaining("this thread holds");
      });

      assertThat(application
              .getBean(JdbcTemplate.class)
              .queryForList("SELECT title FROM article", String.class))
          .containsExactly("Outer");
    });
  }

  private static void assertSharesTransactions(ApplicationContext application) {
    Session session = application.getBean(Session.class);
    JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
    application.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
      session.add(new Article("Home"));
      session.flush();
      assertThat(jdbc.queryForObject("SELECT count(*) FROM article", Integer.class))
          .isEqualTo(1);
      status.setRollbackOnly();
    });
    assertThat(jdbc.queryForObject("SELECT count(*) FROM article", Integer.class))
        .isZero();
    NothingIsLeftBehind.in(application);
  }

  @Test
  void connectionsThatBootFetchesLazilyAreSharedToo() {
    context
        .withPropertyValues(
            "spring.datasource.url=jdbc:sqlite:" + directory.resolve("wiki.db"),
            "spring.datasource.connection-fetch=lazy")
        .run(application -> {
          assertThat(application.getBean(AlchemyTransactionManager.class).getDataSource())
              .isInstanceOf(LazyConnectionDataSourceProxy.class);
          assertSharesTransactions(application);
        });
  }

  @Test
  void aTransactionAwareProxyIsLookedThrough() {
    HikariDataSource pool =
        Engine.builder("sqlite:///" + directory.resolve("wiki.db")).buildPool();
    context
        .withBean(DataSource.class, () -> new TransactionAwareDataSourceProxy(pool))
        .run(application -> {
          assertThat(application.getBean(AlchemyTransactionManager.class).getDataSource())
              .isSameAs(pool);
          assertSharesTransactions(application);
        });
  }

  @Test
  void anEngineOverATransactionAwareProxyIsRefused() {
    try (HikariDataSource pool = Engine.builder("sqlite:///:memory:").buildPool()) {
      DataSource proxy = new TransactionAwareDataSourceProxy(pool);
      Engine engine = Engine.of(proxy);
      SessionMaker maker =
          SessionMaker.builder(new Registry(new MetaData()), engine).build();
      TransactionTemplate transaction =
          new TransactionTemplate(new AlchemyTransactionManager(maker, engine, proxy));

      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> transaction.executeWithoutResult(
              status -> new JdbcTemplate(proxy).queryForList("SELECT 1")))
          .withMessageContaining("make it of the proxy's target");
    }
  }
}
