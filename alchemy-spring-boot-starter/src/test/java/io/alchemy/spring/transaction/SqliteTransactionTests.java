package io.alchemy.spring.transaction;

import java.nio.file.Path;
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
}
