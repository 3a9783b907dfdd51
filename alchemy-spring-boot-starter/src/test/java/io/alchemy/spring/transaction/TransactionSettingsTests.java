package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.ConnectionTimeoutException;
import io.alchemy.orm.Session;
import io.alchemy.spring.boot.Runners;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.WikiMappings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What Boot's properties and beans say about transactions. */
class TransactionSettingsTests {
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
}
