package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.spring.wiki.Article;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How a transaction ends: what is called before and after its commit, and what happens when that fails. */
abstract class CompletionContract extends TransactionFixture {
  // ---- callbacks

  @Test
  void whatIsChangedBeforeTheCommitIsWritten() {
    run(s -> {
      s.add(new Article("Home"));
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
          session.add(new Article("Last"));
        }
      });
    });

    assertThat(titles()).containsExactly("Home", "Last");
  }

  @Test
  void whatAnEventListenerChangesBeforeTheCommitIsWritten() {
    run(s -> {
      Article article = new Article("Home");
      s.add(article);
      events.publish(article);
    });

    assertThat(titles()).containsExactly("Home, listened to");
  }

  @Test
  void afterTheCommitChangesAreRefused() {
    List<Throwable> refused = new ArrayList<>();
    run(s -> {
      s.add(new Article("Home"));
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          try {
            session.add(new Article("Late"));
          } catch (InvalidRequestException e) {
            refused.add(e);
          }
        }
      });
    });

    assertThat(refused).singleElement().asString().contains("REQUIRES_NEW");
    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void afterTheCommitReadingWorks() {
    List<String> read = new ArrayList<>();
    run(s -> {
      s.add(new Article("Home"));
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          session.query(Article.class).all().forEach(a -> read.add(a.getTitle()));
          read.addAll(titles());
        }
      });
    });

    assertThat(read).containsExactly("Home", "Home");
  }

  @Test
  void afterTheCommitANewTransactionCommits() {
    run(s -> {
      s.add(new Article("Home"));
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
              .executeWithoutResult(status -> session.add(new Article("Late")));
        }
      });
    });

    assertThat(titles()).containsExactly("Home", "Late");
  }

  // ---- failures

  @Test
  void aFailedFlushAtCommitSurfacesAsSpringsException() {
    run(s -> s.add(new Article("Home")));

    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(() -> run(s -> s.add(new Article("Home"))))
        .withMessageContaining("article");

    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void aFailedFlushWithinATransactionLetsNothingBeCommitted() {
    run(s -> s.add(new Article("Home")));

    assertThatThrownBy(() -> run(s -> {
          s.add(new Article("Other"));
          s.flush();
          s.add(new Article("Home"));
          try {
            s.flush();
          } catch (RuntimeException expected) {
            // The transaction is lost, whoever swallows the exception.
          }
        }))
        .isInstanceOf(UnexpectedRollbackException.class);

    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void aSecondManagerOnTheSameDataSourceIsRefused() {
    DataSource source = pool;
    var other = new org.springframework.jdbc.datasource.DataSourceTransactionManager(source);
    var status = other.getTransaction(new DefaultTransactionDefinition());
    try {
      assertThatExceptionOfType(IllegalTransactionStateException.class)
          .isThrownBy(() -> run(s -> s.add(new Article("Home"))))
          .withMessageContaining("AlchemyTransactionManager");
    } finally {
      other.rollback(status);
    }
  }

  @Test
  void aConstraintThatIsCheckedAtTheCommitSurfacesAsSpringsException() {
    jdbc.execute("CREATE TABLE late (article_id INTEGER REFERENCES article (id)"
        + " DEFERRABLE INITIALLY DEFERRED)");
    try {
      assertThatExceptionOfType(DataIntegrityViolationException.class)
          .isThrownBy(() -> run(s -> {
            s.add(new Article("Home"));
            jdbc.update("INSERT INTO late (article_id) VALUES (-1)");
          }));

      assertThat(titles()).isEmpty();
    } finally {
      jdbc.execute("DROP TABLE late");
    }
  }

  @Test
  void aTransactionThatCannotBeginLeavesTheOuterOneAsItWas() {
    TransactionDefinition impossible = new TransactionDefinition() {
      @Override
      public int getPropagationBehavior() {
        return PROPAGATION_REQUIRES_NEW;
      }

      @Override
      public int getIsolationLevel() {
        return 99;
      }
    };
    run(s -> {
      s.add(new Article("Home"));
      assertThatExceptionOfType(InvalidIsolationLevelException.class)
          .isThrownBy(() -> manager.getTransaction(impossible));
      assertThat(session.newInstances()).hasSize(1);
    });

    assertThat(titles()).containsExactly("Home");
  }

  @Test
  void afterTheRollbackReadingWorks() {
    List<Object> read = new ArrayList<>();
    transaction().executeWithoutResult(status -> {
      session.add(new Article("Home"));
      session.flush();
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int outcome) {
          read.add(outcome);
          read.add(session.query(Article.class).count());
        }
      });
      status.setRollbackOnly();
    });

    assertThat(read).containsExactly(TransactionSynchronization.STATUS_ROLLED_BACK, 0L);
  }

  @Test
  void whatFailsBeforeTheCommitRollsBack() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> run(s -> {
          s.add(new Article("Home"));
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                  throw new Refused();
                }
              });
        }));

    assertThat(titles()).isEmpty();
  }

  // ---- exceptions, as under JPA

  @Test
  void aFlushInAServiceThrowsAlchemysOwnException() {
    run(s -> s.add(new Article("Home")));

    assertThatExceptionOfType(UniqueViolationException.class)
        .isThrownBy(() -> run(s -> {
          s.add(new Article("Home"));
          s.flush();
        }));
  }

  @Test
  void aFlushInARepositoryThrowsSprings() {
    run(s -> s.add(new Article("Home")));

    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(() -> run(s -> articles.save(new Article("Home"))));
  }

  @Test
  void aFlushOfTheTransactionsStatusThrowsSprings() {
    run(s -> s.add(new Article("Home")));

    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(() -> transaction().executeWithoutResult(status -> {
          session.add(new Article("Home"));
          status.flush();
        }));
  }
}
