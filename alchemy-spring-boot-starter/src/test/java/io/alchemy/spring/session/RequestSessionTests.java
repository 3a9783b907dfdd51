package io.alchemy.spring.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.orm.Session;
import io.alchemy.spring.NothingIsLeftBehind;
import io.alchemy.spring.wiki.Article;
import io.alchemy.spring.wiki.Remark;
import io.alchemy.spring.wiki.WikiApplication;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** One session for each web request. */
@ExtendWith(NothingIsLeftBehind.class)
@SpringBootTest(classes = WikiApplication.class)
@AutoConfigureMockMvc
@Import(WikiController.class)
class RequestSessionTests {
  @TempDir
  static Path directory;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @Autowired
  MockMvcTester mvc;

  @Autowired
  Session session;

  @Autowired
  TransactionTemplate transaction;

  @Autowired
  JdbcTemplate jdbc;

  private int id;

  @BeforeEach
  void createArticle() {
    jdbc.update("DELETE FROM remark");
    jdbc.update("DELETE FROM article");
    Article article = new Article("Home");
    article.getRemarks().add(new Remark("First"));
    article.getRemarks().add(new Remark("Second"));
    transaction.executeWithoutResult(status -> session.add(article));
    id = Objects.requireNonNull(article.getId());
  }

  private String title() {
    return Objects.requireNonNull(jdbc.queryForObject("SELECT title FROM article", String.class));
  }

  @Test
  void theViewLoadsLazily() {
    assertThat(mvc.get().uri("/articles/{id}", id)).hasBodyTextEqualTo("First, Second");
  }

  @Test
  void noConnectionIsHeldWhileTheViewIsRendered() {
    assertThat(mvc.get().uri("/articles/{id}/connections", id)).hasBodyTextEqualTo("0 2 0");
  }

  @Test
  void theNextTransactionOfARequestSeesTheRowAsItIs() {
    assertThat(mvc.get().uri("/articles/{id}/twice", id))
        .hasBodyTextEqualTo("Home, Home, Changed by another, true");
  }

  @Test
  void whatWasChangedBeforeATransactionStaysChangedInIt() {
    assertThat(mvc.get().uri("/articles/{id}/rename", id)).hasBodyTextEqualTo("Set outside");
  }

  @Test
  void aTransactionOfARequestWritesAndWhatFollowsItDoesNot() {
    assertThat(mvc.get().uri("/articles/{id}/write", id)).hasBodyTextEqualTo("Written, Set later");
    assertThat(title()).isEqualTo("Written");
  }

  @Test
  void changesWithoutATransactionAreNotWritten() {
    assertThat(mvc.get().uri("/articles/{id}/forget", id)).hasBodyTextEqualTo("Never written 0");
    assertThat(title()).isEqualTo("Home");
  }

  @Test
  void addingOutsideOfATransactionIsRefused() {
    assertThat(mvc.get().uri("/add")).bodyText().contains("Session.add()", "@Transactional");
  }

  @Test
  void aRequestThatNeedsNoSessionTakesNoConnection() {
    assertThat(mvc.get().uri("/nothing")).hasBodyTextEqualTo("nothing 0");
  }

  @Test
  void aRolledBackTransactionLeavesTheRequestTheRowAsItIs() {
    assertThat(mvc.get().uri("/articles/{id}/rollback", id)).hasBodyTextEqualTo("Home");
  }

  @Test
  void aCallableWorksWithTheRequestsSession() {
    assertThat(mvc.get().uri("/articles/{id}/callable", id)).hasBodyTextEqualTo("true 2");
  }

  @Test
  void aFailedRequestLeavesNothingBehind() {
    assertThat(mvc.get().uri("/fail")).hasFailed();
  }

  @Test
  void aDeferredResultLeavesNothingBehind() {
    assertThat(mvc.get().uri("/articles/{id}/deferred", id)).hasBodyTextEqualTo("Home");
  }
}
