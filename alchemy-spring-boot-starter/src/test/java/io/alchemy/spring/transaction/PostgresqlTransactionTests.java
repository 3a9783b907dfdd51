package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.StatementTimeoutException;
import io.alchemy.spring.wiki.Article;
import io.alchemy.sql.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresqlTransactionTests extends TransactionContract {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.start();
    registry.add("alchemy.url", () -> server.getJdbcUrl("postgres", "postgres"));
    registry.add("alchemy.create-all", () -> "always");
  }

  @Test
  void requiresNewCommitsWhereTheOuterTransactionRollsBack() {
    transaction().executeWithoutResult(status -> {
      session.add(new Article("Outer"));
      session.flush();
      transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
          .executeWithoutResult(inner -> session.add(new Article("Inner")));
      status.setRollbackOnly();
    });

    assertThat(titles()).containsExactly("Inner");
  }

  @Test
  void requiresNewHasASessionOfItsOwn() {
    run(s -> {
      Article article = new Article("Outer");
      s.add(article);
      transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
          .executeWithoutResult(inner -> assertThat(session.contains(article)).isFalse());
      assertThat(session.contains(article)).isTrue();
    });

    assertThat(titles()).containsExactly("Outer");
  }

  @Test
  void theDatabaseRefusesToWriteInAReadOnlyTransaction() {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () -> readOnly().executeWithoutResult(status -> jdbc.update("DELETE FROM remark")))
        .withStackTraceContaining("read-only transaction");
  }

  @Test
  void aStatementThatTakesTooLongIsCancelled() {
    TransactionTemplate template = transaction();
    template.setTimeout(1);

    assertThatExceptionOfType(StatementTimeoutException.class)
        .isThrownBy(() -> template.executeWithoutResult(
            status -> session.execute(Sql.text("SELECT pg_sleep(20)")).all()));
  }

  @Test
  void twoTransactionsThatChangeOneRowAreKeptApartByItsVersion() {
    run(s -> s.add(new Article("Home")));

    assertThatExceptionOfType(OptimisticLockingFailureException.class)
        .isThrownBy(() -> run(s -> {
          Article article = s.query(Article.class).one();
          inAnotherThread(() -> run(other -> other.query(Article.class).one().setTitle("First")));
          article.setTitle("Second");
        }));

    assertThat(titles()).containsExactly("First");
  }
}
