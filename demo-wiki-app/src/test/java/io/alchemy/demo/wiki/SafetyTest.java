package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.OK;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** What somebody may try who means harm. */
interface SafetyTest extends WikiTest {
  String ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pages/new",
        "/pages/{id}/edit",
        "/pages/{id}/delete",
        "/pages/{id}/comments",
        "/pages/{id}/tags"
      })
  default void aFormWithoutTheTokenIsRefused(String address) {
    Visitor visitor = visitor();
    int id = visitor.newPage("Stays", "as it is");
    String uri = address.replace("{id}", Integer.toString(id));
    String[] fields = {
      "title",
      "Bad",
      "content",
      "typed words",
      "name",
      "bad",
      "email",
      "a@example.com",
      "version",
      "0"
    };

    visitor.post(uri, null, fields).has(FORBIDDEN).shows("This form is too old", "typed words");
    visitor.post(uri, "", fields).has(FORBIDDEN);
    visitor.post(uri, "guessed", fields).has(FORBIDDEN);
    visitor.post(uri, visitor().token(), fields).has(FORBIDDEN);

    visitor.get("/pages/" + id).has(OK).shows("Stays", "as it is", "No comments yet");
  }

  @Test
  default void aVisitorWithoutASessionIsRefused() {
    visitor()
        .post("/pages/new", null, new String[] {"title", "Bad", "content", "-"})
        .has(FORBIDDEN);
  }

  @Test
  default void formsThatOnlyAskCarryNoToken() {
    assertThat(visitor().get("/").html()).contains("role=\"search\"").doesNotContain("_csrf");
  }

  @Test
  default void readingChangesNothing() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Stays", "-");
    for (String act : new String[] {"delete", "comments", "tags"}) {
      visitor.get("/pages/" + id + "/" + act).has(METHOD_NOT_ALLOWED);
    }
    visitor.get("/pages/" + id).has(OK);
  }

  @Test
  default void whatIsTypedIsNeverRunAsCode() {
    Visitor visitor = visitor();
    int id = visitor.newPage(ATTACK, ATTACK);
    visitor.post(
        "/pages/" + id + "/edit",
        "title",
        ATTACK,
        "heading",
        ATTACK,
        "content",
        ATTACK,
        "version",
        visitor.get("/pages/" + id + "/edit").field("version"));
    visitor.post(
        "/pages/" + id + "/comments", "name", ATTACK, "email", "a@example.com", "content", ATTACK);

    for (String uri : new String[] {"/pages/" + id, "/pages/" + id + "/edit", "/"}) {
      isHarmless(visitor.get(uri).has(OK));
    }
    isHarmless(visitor.get("/?q=" + UriUtils.encode(ATTACK, StandardCharsets.UTF_8)));
    isHarmless(visitor.post("/pages/" + id + "/tags", "name", ATTACK));
    isHarmless(visitor.post(
        "/pages/" + id + "/comments", "name", ATTACK, "email", ATTACK, "content", ATTACK));
    isHarmless(visitor.post(
        "/pages/" + id + "/edit", "title", ATTACK, "content", ATTACK, "version", ATTACK));
    isHarmless(visitor.post("/pages/new", "title", "", "content", ATTACK));
    isHarmless(visitor.post("/pages/new", null, new String[] {"content", ATTACK}));
    isHarmless(visitor.post("/pages/2147483647/edit", "title", ATTACK, "content", ATTACK));
    isHarmless(visitor.get("/tags/%3Cscript%3Ealert(1)%3C%2Fscript%3E"));
  }

  @Test
  default void textIsNoTemplate() {
    Visitor visitor = visitor();
    String expression = "${7*191} [[${7*191}]] *{7*191} @{/x} ~{layout} __${7*191}__";
    int id = visitor.newPage(expression, expression);

    visitor.get("/pages/" + id).has(OK).hides("1337");
    visitor.get("/?q=" + UriUtils.encode(expression, StandardCharsets.UTF_8)).hides("1337");
  }

  private static void isHarmless(Answer answer) {
    assertThat(answer.html())
        .doesNotContain("<script")
        .doesNotContain("<img src=x")
        .doesNotContain("\" onmouseover=\"");
  }
}
