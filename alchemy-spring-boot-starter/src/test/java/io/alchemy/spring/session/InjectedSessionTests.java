package io.alchemy.spring.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import io.alchemy.spring.NothingIsLeftBehind;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.Remark;
import io.alchemy.spring.wiki.WikiApplication;
import io.alchemy.spring.wiki.WikiTables;
import io.alchemy.sql.Sql;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/** The injected session where there is no transaction of Alchemy's own. */
@SpringBootTest(
    classes = WikiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
class InjectedSessionTests {
  @TempDir
  static Path directory;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @Autowired
  Session session;

  @Autowired
  SessionMaker maker;

  @Autowired
  PlatformTransactionManager manager;

  @Autowired
  TransactionTemplate transaction;

  @Autowired
  JdbcTemplate jdbc;

  @Autowired
  HikariDataSource pool;

  @AfterEach
  void nothingIsLeftBehind(@Autowired ApplicationContext application) {
    NothingIsLeftBehind.in(application);
  }

  @BeforeEach
  void createArticle() {
    jdbc.update("DELETE FROM remark");
    jdbc.update("DELETE FROM article");
    Article article = new Article("Home");
    article.getRemarks().add(new Remark("First"));
    transaction.executeWithoutResult(status -> session.add(article));
  }

  private int connections() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  private List<String> titles() {
    return jdbc.queryForList("SELECT title FROM article ORDER BY title", String.class);
  }

  @Test
  void aQueryOutsideOfATransactionHoldsNoConnectionAfterwards() {
    assertThat(session.query(Article.class).all()).hasSize(1);
    assertThat(connections()).isZero();
  }

  @Test
  void whatWasReadOutsideOfATransactionStillLoadsLazily() {
    Article article = session.query(Article.class).one();

    assertThat(article.getRemarks()).extracting(Remark::getText).containsExactly("First");
    assertThat(connections()).isZero();
  }

  @Test
  void changingOutsideOfATransactionIsRefused() {
    Article article = session.query(Article.class).one();
    for (Runnable change : List.<Runnable>of(
        () -> session.add(new Article("Other")),
        () -> session.addAll(List.of(new Article("Other"))),
        () -> session.delete(article),
        () -> session.merge(article),
        () -> session.flush(),
        () -> session.beginNested())) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(change::run)
          .withMessageContaining("@Transactional");
    }
  }

  @Test
  void committingIsSprings() {
    transaction.executeWithoutResult(status -> {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(session::commit)
          .withMessageContaining("SessionMaker");
      assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(session::rollback);
    });
  }

  @Test
  void closingDoesNothing() {
    transaction.executeWithoutResult(status -> {
      session.close();
      session.query(Article.class).one().setTitle("Start");
    });

    assertThat(titles()).containsExactly("Start");
  }

  @Test
  void itEqualsItselfAlone() {
    assertThat(Set.of(session).contains(session)).isTrue();
    assertThat(session.equals(maker.open())).isFalse();
    assertThat(session).hasToString("the session of this transaction or request");
  }

  @Test
  void aScopeWithoutTransactionHasOneSession() {
    TransactionTemplate supports = new TransactionTemplate(manager);
    supports.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);

    supports.executeWithoutResult(status -> {
      Article first = session.query(Article.class).one();
      assertThat(session.query(Article.class).one()).isSameAs(first);
      assertThat(connections()).isZero();
    });
  }

  @Test
  void theSessionOfAScopeOrOfAnotherManagersTransactionIsClosedWithIt() {
    TransactionTemplate supports = new TransactionTemplate(manager);
    supports.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
    TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(pool));

    for (TransactionTemplate scope : List.of(supports, other)) {
      int before = maker.openSessions();
      scope.executeWithoutResult(status -> {
        assertThat(session.query(Article.class).all()).hasSize(1);
        assertThat(maker.openSessions()).isEqualTo(before + 1);
      });
      assertThat(maker.openSessions()).isEqualTo(before);
    }
  }

  @Test
  void itTakesPartInTheTransactionsOfAnotherManager() {
    TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(pool));

    other.executeWithoutResult(status -> {
      session.add(new Article("Other"));
      jdbc.update("INSERT INTO article (title, version) VALUES ('By JDBC', 0)");
      assertThat(session.query(Article.class).all()).hasSize(3);
      assertThat(connections()).isEqualTo(1);
    });

    assertThat(titles()).containsExactly("By JDBC", "Home", "Other");
  }

  @Test
  void itHonoursTheTimeoutOfAnotherManager() {
    TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(pool));
    other.setTimeout(1);

    assertThatExceptionOfType(TransactionTimedOutException.class)
        .isThrownBy(() -> other.executeWithoutResult(status -> {
          assertThat(session.query(Article.class).all()).hasSize(1);
          LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
          session.query(Article.class).all().clear();
        }));
  }

  @Test
  void itFollowsWhenAnotherManagerRollsBack() {
    TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(pool));
    Article article = new Article("Other");

    other.executeWithoutResult(status -> {
      session.add(article);
      session.flush();
      status.setRollbackOnly();
    });

    assertThat(titles()).containsExactly("Home");
    assertThat(article.getId()).isNull();
  }

  @Test
  void everyMethodThatItRefusesIsOneOfASession() {
    assertThat(Arrays.stream(Session.class.getMethods()).map(Method::getName))
        .containsAll(TransactionalSession.NEED_TRANSACTION)
        .containsAll(TransactionalSession.SPRINGS_OWN);
  }

  @Test
  void bulkStatementsOutsideOfATransactionAreRefused() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> session.execute(Sql.delete(WikiTables.REMARK)))
        .withMessageContaining("@Transactional");
  }
}
