package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /pages/{id}/comments}. */
interface CommentTest extends WikiTest {
  @Test
  default void commentsAreShownInTheirOrder() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Discussed", "-");
    comment(visitor, id, "Ann", "ann@example.com", "First!");
    assertThat(
            comment(visitor, id, "Bob 😀", "bob@example.com", "Second.\nLine.").location())
        .isEqualTo("/pages/" + id + "#comments");

    String page = visitor
        .get("/pages/" + id)
        .shows("2 comments", "Ann", "Bob 😀", "Second. Line.")
        .text();

    assertThat(page.indexOf("First!")).isLessThan(page.indexOf("Second."));
  }

  @Test
  default void theAddressIsNotShown() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Discussed", "-");
    comment(visitor, id, "Ann", "ann@private.example.com", "Hello");

    assertThat(visitor.get("/pages/" + id).html()).doesNotContain("ann@private.example.com");
  }

  @Test
  default void everyFieldSaysWhatIsWrongAndNothingTypedIsLost() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Discussed", "The page itself");

    Answer form = comment(visitor, id, " ", "nobody", "I typed <b>this</b>");

    form.has(UNPROCESSABLE_CONTENT)
        .shows("The page itself", "Who are you?", "This is no e-mail address.", "No comments yet");
    assertThat(form.field("email")).isEqualTo("nobody");
    assertThat(form.field("content")).isEqualTo("I typed <b>this</b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a",
        "a@",
        "@b",
        "a b@example.com",
        "a@example.com\r\nBcc: all@example.com"
      })
  default void anAddressMustBeOne(String address) {
    Visitor visitor = visitor();
    int id = visitor.newPage("Discussed", "-");

    comment(visitor, id, "Ann", address, "Hello")
        .has(UNPROCESSABLE_CONTENT)
        .shows("No comments yet");
  }

  @Test
  default void aCommentIsNotEndless() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Discussed", "-");

    comment(visitor, id, "Ann", "ann@example.com", "x".repeat(10_001))
        .has(UNPROCESSABLE_CONTENT)
        .shows("A comment has at most 10000 characters.");
  }

  @Test
  default void aPageThatIsNotThereCannotBeCommentedButTheTextIsKept() {
    comment(visitor(), 2147483647, "Ann", "ann@example.com", "my words")
        .has(NOT_FOUND)
        .shows("my words");
    comment(visitor(), 2147483647, "", "", "").has(NOT_FOUND);
  }

  private static Answer comment(
      Visitor visitor, int id, String name, String email, String content) {
    return visitor.post(
        "/pages/" + id + "/comments", "name", name, "email", email, "content", content);
  }
}
