package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.spring.wiki.Article;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.TransactionDefinition;

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
}
