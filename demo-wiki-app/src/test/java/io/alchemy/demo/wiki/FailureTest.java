package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A wiki whose database is broken. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class FailureTest {
  @TempDir
  static Path directory;

  @LocalServerPort
  int port;

  @Autowired
  Engine engine;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @Test
  void aPageThatFailsHalfWayIsAnErrorPageWithItsFooter() throws Exception {
    engine.transaction(c -> c.execute("DROP TABLE comment"));

    HttpResponse<String> answer = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/pages/1"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("Something broke", "This page took <b>3</b> SQL", "FROM comment")
        .doesNotContain("Exception", "no such table", "class=\"page-head\"");
    assertThat(answer.body()).containsOnlyOnce("<!DOCTYPE html>").containsOnlyOnce("</html>");
  }
}
