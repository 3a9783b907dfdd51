package io.alchemy.demo.wiki;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The wiki as it is started without further ado: its data in a file of SQLite's. */
@SpringBootTest
@AutoConfigureMockMvc
class SqliteWikiTest
    implements ListTest, PageTest, ConflictTest, CommentTest, TagTest, SafetyTest, FooterTest {
  @TempDir
  static Path directory;

  @Autowired
  MockMvcTester mvc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @Override
  public Visitor visitor() {
    return new Visitor(mvc);
  }
}
