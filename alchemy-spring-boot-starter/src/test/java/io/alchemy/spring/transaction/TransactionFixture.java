package io.alchemy.spring.transaction;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Engine;
import io.alchemy.orm.Session;
import io.alchemy.spring.NothingIsLeftBehind;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.ArticleRepository;
import io.alchemy.spring.wiki.WikiApplication;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A wiki, its beans, and an empty database for each test. */
@ExtendWith(NothingIsLeftBehind.class)
@SpringBootTest(
    classes = WikiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
@Import(ArticleEvents.class)
abstract class TransactionFixture {
  @Autowired
  Session session;

  @Autowired
  AlchemyTransactionManager manager;

  @Autowired
  JdbcTemplate jdbc;

  @Autowired
  HikariDataSource pool;

  @Autowired
  Engine engine;

  @Autowired
  ArticleEvents events;

  @Autowired
  ArticleRepository articles;

  @BeforeEach
  void emptyTables() {
    jdbc.update("DELETE FROM remark");
    jdbc.update("DELETE FROM article");
    events.clear();
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(manager);
  }

  TransactionTemplate transaction(int propagation) {
    TransactionTemplate template = new TransactionTemplate(manager);
    template.setPropagationBehavior(propagation);
    return template;
  }

  void run(Consumer<Session> work) {
    transaction().executeWithoutResult(status -> work.accept(session));
  }

  List<String> titles() {
    return jdbc.queryForList("SELECT title FROM article ORDER BY title", String.class);
  }

  static Integer key(Article article) {
    return Objects.requireNonNull(article.getId());
  }

  /** Runs {@code work} and waits; what it throws is thrown here. */
  static void inAnotherThread(Runnable work) {
    try {
      CompletableFuture.runAsync(work, task -> new Thread(task).start()).join();
    } catch (CompletionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  static final class Refused extends RuntimeException {}

  TransactionTemplate readOnly() {
    TransactionTemplate template = transaction();
    template.setReadOnly(true);
    return template;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
