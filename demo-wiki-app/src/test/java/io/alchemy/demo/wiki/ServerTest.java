package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What only a real server shows: headers, cookies, and requests that never become one for a controller. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern STATIC = Pattern.compile("<link [^>]*href=\"([^\"]+)\"");

  @TempDir
  static Path directory;

  @LocalServerPort
  int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("alchemy.url", () -> "sqlite:///" + directory.resolve("wiki.db"));
  }

  @Test
  void theSessionsCookieStaysHere() throws Exception {
    assertThat(get("/pages/1").headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void aVisitorWhoOnlyReadsTheListGetsNoCookie() throws Exception {
    assertThat(get("/").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void browsersAreToldToRunNoScripts() throws Exception {
    for (String path : new String[] {"/", "/pages/1", "/nowhere"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy)
              .contains("default-src 'none'", "frame-ancestors 'none'")
              .doesNotContain("script-src", "unsafe"));
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void styleAndIconAreThereAndMayBeKept() throws Exception {
    var links = STATIC.matcher(get("/").body()).results().toList();
    assertThat(links).hasSize(2);
    for (MatchResult link : links) {
      HttpResponse<String> file = get(link.group(1));
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Cache-Control"))
          .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/?q=a%00b, 200",
    "/?page=%00, 200",
    "/?q=%ff, 400",
    "/?q=%E2%82, 400",
    "/tags/a%2Fb, 404",
    "/tags/%2e%2e%2f, 404",
    "/%2e%2e%2fapplication.yaml, 404",
    "/pages/1%2F, 404",
    "/pages/1/, 404",
    "/favicon.ico, 404",
    "/error, 404"
  })
  void oddRequestsAreAnsweredAsWhatTheyAre(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("This page took");
  }

  @Test
  void aFormTooLargeToReadIsRefusedAsThat() throws Exception {
    String cookie = get("/pages/new").headers().firstValue("Set-Cookie").orElseThrow();
    String endless = "content=" + "x".repeat(3_000_000);

    assertThat(post("/pages/new", endless, cookie).statusCode()).isEqualTo(413);
    assertThat(post("/pages/new", endless, "").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> post(String path, String form, String cookie) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Cookie", cookie.replaceFirst(";.*", ""))
        .POST(BodyPublishers.ofString(form))
        .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
