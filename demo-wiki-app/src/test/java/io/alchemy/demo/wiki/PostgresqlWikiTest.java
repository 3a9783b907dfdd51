package io.alchemy.demo.wiki;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The wiki under the profile {@code postgresql}. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("postgresql")
@DirtiesContext // its pool must be closed before the server stops
class PostgresqlWikiTest
    implements ListTest, PageTest, ConflictTest, CommentTest, TagTest, SafetyTest, FooterTest {
  private static final EmbeddedPostgres SERVER = start();

  @Autowired
  MockMvcTester mvc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add(
        "WIKI_DATABASE_URL",
        () -> "postgresql://postgres:postgres@localhost:" + SERVER.getPort() + "/postgres");
  }

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
  }

  @Override
  public Visitor visitor() {
    return new Visitor(mvc);
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
