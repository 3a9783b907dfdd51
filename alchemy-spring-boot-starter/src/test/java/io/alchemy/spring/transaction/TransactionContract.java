package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.orm.SessionMaker;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.Remark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Spring's transactions mean for a session, whatever the database. */
abstract class TransactionContract extends CompletionContract {
  // ---- commit and rollback

  @Test
  void returningCommits() {
    run(s -> s.add(new Article("Home")));

    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void throwingRollsBack() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> run(s -> {
          s.add(new Article("Home"));
          s.flush();
          throw new Refused();
        }));

    assertThat(titles()).isEmpty();
  }

  @Test
  void changesAreWrittenWithoutSaving() {
    run(s -> s.add(new Article("Home")));

    run(s -> s.query(Article.class).one().setTitle("Start"));

    assertThat(titles()).containsExactly("Start");
  }

  @Test
  void whatATransactionReadStaysReadable() {
    Article article = new Article("Home");
    run(s -> s.add(article));

    assertThat(article.getTitle()).isEqualTo("Home");
    assertThat(article.getId()).isNotNull();
  }

  @Test
  void whatARolledBackTransactionAddedIsTransientAgain() {
    Article article = new Article("Home");
    transaction().executeWithoutResult(status -> {
      session.add(article);
      session.flush();
      assertThat(article.getId()).isNotNull();
      status.setRollbackOnly();
    });

    assertThat(article.getId()).isNull();
    assertThat(article.getTitle()).isEqualTo("Home");
    run(s -> s.add(article));
    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void rollbackOfAParticipantRollsBackTheWhole() {
    assertThatExceptionOfType(UnexpectedRollbackException.class)
        .isThrownBy(() -> run(s -> {
          s.add(new Article("Home"));
          try {
            run(inner -> {
              throw new Refused();
            });
          } catch (Refused expected) {
            // The outer transaction goes on, and must not commit.
          }
        }));

    assertThat(titles()).isEmpty();
  }

  @Test
  void participantsShareTheSession() {
    run(s -> {
      Article article = new Article("Home");
      s.add(article);
      s.flush();
      run(inner -> assertThat(inner.getOne(Article.class, key(article))).isSameAs(article));
    });
  }

  // ---- connections

  @Test
  void aTransactionThatTouchesNoDatabaseTakesNoConnection() {
    run(s -> {
      Article article = new Article("Home");
      s.add(article);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      s.expunge(article);
    });
  }

  @Test
  void jdbcSeesWhatTheSessionFlushed() {
    run(s -> {
      s.add(new Article("Home"));
      s.flush();
      assertThat(titles()).containsExactly("Home");
    });
  }

  @Test
  void theSessionSeesWhatJdbcWrote() {
    run(s -> {
      jdbc.update("INSERT INTO article (title, version) VALUES ('Home', 0)");
      assertThat(s.query(Article.class).one().getTitle()).isEqualTo("Home");
    });
  }

  @Test
  void jdbcIsRolledBackWithTheSession() {
    transaction().executeWithoutResult(status -> {
      jdbc.update("INSERT INTO article (title, version) VALUES ('Home', 0)");
      session.add(new Article("Other"));
      status.setRollbackOnly();
    });

    assertThat(titles()).isEmpty();
  }

  @Test
  void jdbcAloneIsCommitted() {
    run(s -> jdbc.update("INSERT INTO article (title, version) VALUES ('Home', 0)"));

    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void aStatusFlushWritesPendingChanges() {
    transaction().executeWithoutResult(status -> {
      session.add(new Article("Home"));
      status.flush();
      assertThat(titles()).containsExactly("Home");
    });
  }

  @Test
  void theIsolationLevelIsResetAfterwards() {
    int before = isolation();
    TransactionTemplate serializable = transaction();
    serializable.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);

    Integer within = serializable.execute(status -> isolation());

    assertThat(within).isEqualTo(java.sql.Connection.TRANSACTION_SERIALIZABLE);
    assertThat(isolation()).isEqualTo(before);
  }

  private int isolation() {
    Integer level = jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<Integer>)
        java.sql.Connection::getTransactionIsolation);
    return level == null ? -1 : level;
  }

  @Test
  void jdbcHonoursTheTimeoutToo() {
    TransactionTemplate template = transaction();
    template.setTimeout(1);
    assertThatExceptionOfType(TransactionTimedOutException.class)
        .isThrownBy(() -> template.executeWithoutResult(status -> {
          pause(1100);
          titles();
        }));
  }

  @Test
  void resourcesAreThoseThatOthersLookUp() {
    assertThat(manager.getDataSource()).isSameAs(pool);
    assertThat(manager.getResourceFactory()).isInstanceOf(SessionMaker.class);
    run(s -> assertThat(TransactionSynchronizationManager.getResourceMap())
        .containsOnlyKeys(manager.getResourceFactory(), pool));
  }

  @Test
  void anotherThreadHasNoPartInATransaction() {
    run(s -> {
      s.add(new Article("Home"));
      inAnotherThread(() -> assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> s.add(new Article("Other"))));
    });

    assertThat(titles()).containsExactly("Home");
  }

  // ---- nested

  @Test
  void aNestedTransactionRollsBackAlone() {
    Article inner = new Article("Inner");
    run(s -> {
      s.add(new Article("Outer"));
      transaction(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(status -> {
        s.add(inner);
        s.flush();
        status.setRollbackOnly();
      });
      assertThat(s.contains(inner)).isFalse();
    });

    assertThat(titles()).containsExactly("Outer");
    assertThat(inner.getId()).isNull();
  }

  @Test
  void aNestedTransactionRestoresWhatItChanged() {
    run(s -> {
      Article article = new Article("Home");
      s.add(article);
      transaction(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(status -> {
        article.setTitle("Changed");
        s.flush();
        status.setRollbackOnly();
      });
      assertThat(article.getTitle()).isEqualTo("Home");
    });

    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void aNestedTransactionCommitsWithTheOuterOne() {
    run(s -> {
      s.add(new Article("Outer"));
      transaction(TransactionDefinition.PROPAGATION_NESTED)
          .executeWithoutResult(status -> s.add(new Article("Inner")));
    });

    assertThat(titles()).containsExactly("Inner", "Outer");
  }

  @Test
  void aFailureWithinANestedTransactionLeavesTheOuterOneSound() {
    run(s -> {
      s.add(new Article("Home"));
      assertThatThrownBy(() -> transaction(TransactionDefinition.PROPAGATION_NESTED)
              .executeWithoutResult(status -> {
                s.add(new Article("Home"));
              }))
          .isInstanceOf(DuplicateKeyException.class);
      s.add(new Article("Other"));
    });

    assertThat(titles()).containsExactly("Home", "Other");
  }

  @Test
  void jdbcIsRolledBackToTheSavepointToo() {
    run(s -> {
      s.add(new Article("Outer"));
      transaction(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(status -> {
        jdbc.update("INSERT INTO article (title, version) VALUES ('Inner', 0)");
        status.setRollbackOnly();
      });
    });

    assertThat(titles()).containsExactly("Outer");
  }

  @Test
  void savepointsAreRefusedWhereARollbackIsDue() {
    assertThatExceptionOfType(UnexpectedRollbackException.class)
        .isThrownBy(() -> transaction().executeWithoutResult(status -> {
          transaction().executeWithoutResult(inner -> inner.setRollbackOnly());
          assertThatThrownBy(status::createSavepoint).hasMessageContaining("rollback-only");
        }));
  }

  // ---- suspended

  @Test
  void notSupportedSeesNoSession() {
    run(s -> {
      Article article = new Article("Home");
      s.add(article);
      transaction(TransactionDefinition.PROPAGATION_NOT_SUPPORTED).executeWithoutResult(status -> {
        assertThat(session.contains(article)).isFalse();
      });
      assertThat(session.contains(article)).isTrue();
    });
  }

  @Test
  void neverAndMandatoryKnowTheTransaction() {
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> transaction(TransactionDefinition.PROPAGATION_MANDATORY)
            .executeWithoutResult(status -> {}));
    run(s -> assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> transaction(TransactionDefinition.PROPAGATION_NEVER)
            .executeWithoutResult(status -> {})));
  }

  // ---- read-only

  @Test
  void aReadOnlyTransactionWarnsOfWhatItDidNotWrite(CapturedOutput output) {
    run(s -> s.add(new Article("Home")));

    readOnly().executeWithoutResult(status -> session.query(Article.class).one().setTitle("Lost"));

    assertThat(titles()).containsExactly("Home");
    assertThat(output)
        .contains("read-only transaction")
        .contains("Article")
        .doesNotContain("after their transaction");
  }

  @Test
  void aReadOnlyTransactionThatOnlyReadsWarnsOfNothing(CapturedOutput output) {
    run(s -> s.add(new Article("Home")));

    String title =
        readOnly().execute(status -> session.query(Article.class).one().getTitle());

    assertThat(title).isEqualTo("Home");
    assertThat(output).doesNotContain("read-only transaction");
  }

  @Test
  void aReadOnlyTransactionDoesNotFlushBeforeItsQueries() {
    readOnly().executeWithoutResult(status -> {
      session.add(new Article("Home"));
      assertThat(session.query(Article.class).all()).isEmpty();
    });
  }

  // ---- time

  @Test
  void aStatementAfterTheTimeoutIsRefused() {
    TransactionTemplate template = transaction();
    template.setTimeout(1);
    List<String> titles = new ArrayList<>();
    assertThatExceptionOfType(TransactionTimedOutException.class)
        .isThrownBy(() -> template.executeWithoutResult(status -> {
          pause(1100);
          titles.add(session.query(Article.class).one().getTitle());
        }));
  }

  // ---- lazy loading

  @Test
  void relationshipsLoadWithinTheTransaction() {
    run(s -> {
      Article article = new Article("Home");
      article.getRemarks().add(new Remark("First"));
      s.add(article);
    });

    run(s -> assertThat(s.query(Article.class).one().getRemarks())
        .extracting(Remark::getText)
        .containsExactly("First"));
  }
}
