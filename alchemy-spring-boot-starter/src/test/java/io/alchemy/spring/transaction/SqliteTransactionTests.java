package io.alchemy.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.spring.wiki.Article;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SqliteTransactionTests extends TransactionContract {
  @TempDir
  static Path directory;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @Test
  void aReadOnlyTransactionDoesNotWaitForAWriter() {
    run(s -> s.add(new Article("Home")));
    run(s -> {
      s.query(Article.class).one().setTitle("Being written");
      s.flush();
      inAnotherThread(() -> {
        String title =
            readOnly().execute(status -> session.query(Article.class).one().getTitle());
        assertThat(title).isEqualTo("Home");
      });
    });
  }
}
