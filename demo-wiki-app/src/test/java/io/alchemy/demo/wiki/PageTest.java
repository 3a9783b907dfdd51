package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /pages}: writing, reading, editing and deleting. */
interface PageTest extends WikiTest {
  @Test
  default void aNewPageIsShownAfterItWasWritten() {
    Answer page = visitor()
        .postAndFollow(
            "/pages/new", "title", "A title", "heading", "A heading", "content", "Hello *you*");

    page.has(OK).shows("A title", "A heading", "Hello you", "No comments yet");
    assertThat(page.main()).contains("<em>you</em>");
  }

  @Test
  default void anyScriptComesBackAsItWasWritten() {
    Visitor visitor = visitor();
    String text = "Ünïcödé — 漢字かな 😀👩‍👩‍👧 עברית العربية \u200d é";

    int id = visitor.newPage("😀 " + text, text);

    visitor.get("/pages/" + id).has(OK).shows("😀 " + text);
    assertThat(visitor.get("/pages/" + id + "/edit").field("content")).isEqualTo(text);
  }

  @Test
  default void aLongPageComesBackWhole() {
    Visitor visitor = visitor();
    String text = "word ".repeat(19_999) + "end";

    int id = visitor.newPage("Long", text);

    assertThat(visitor.get("/pages/" + id + "/edit").field("content")).isEqualTo(text);
  }

  @Test
  default void leadingEmptyLinesSurviveAnEdit() {
    Visitor visitor = visitor();
    String text = "\n\n    indented\n";
    int id = visitor.newPage("Lines", text);

    assertThat(visitor.get("/pages/" + id + "/edit").field("content")).isEqualTo(text);
  }

  @Test
  default void lineEndsOfBrowsersBecomePlain() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Lines", "one\r\ntwo\rthree");

    assertThat(visitor.get("/pages/" + id + "/edit").field("content")).isEqualTo("one\ntwo\nthree");
  }

  @Test
  default void controlCharactersAreDropped() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Ti\u0000tle\u0007", "a\u0000b\tc\u001bd");

    visitor.get("/pages/" + id).has(OK).shows("Title", "ab cd");
  }

  @Test
  default void withoutATitleThePageIsNotSavedAndNothingTypedIsLost() {
    Answer form = visitor()
        .post(
            "/pages/new",
            "title",
            "  ",
            "heading",
            "My heading",
            "content",
            "My <text>\nof two lines");

    form.has(UNPROCESSABLE_CONTENT).shows("A page needs a title.");
    assertThat(form.field("heading")).isEqualTo("My heading");
    assertThat(form.field("content")).isEqualTo("My <text>\nof two lines");
    assertThat(form.main())
        .contains("aria-describedby=\"title-error\"")
        .doesNotContain("content-error");
  }

  @Test
  default void everyFieldSaysWhatIsWrongWithIt() {
    Answer form = visitor()
        .post("/pages/new", "title", "t".repeat(256), "heading", "h".repeat(256), "content", "");

    form.has(UNPROCESSABLE_CONTENT)
        .shows(
            "A title has at most 255 characters.",
            "A heading has at most 255 characters.",
            "Write something.");
  }

  @Test
  default void aTitleOfTheGreatestLengthFits() {
    Visitor visitor = visitor();
    int id = visitor.newPage("ü".repeat(255), "-");

    visitor.get("/pages/" + id).has(OK).shows("ü".repeat(255));
  }

  @Test
  default void anEditReplacesTheText() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Before", "before");
    Answer form = visitor.get("/pages/" + id + "/edit").has(OK);
    assertThat(form.field("title")).isEqualTo("Before");

    Answer page = visitor.postAndFollow(
        "/pages/" + id + "/edit",
        "title",
        "After",
        "heading",
        "Now",
        "content",
        "after",
        "version",
        form.field("version"));

    page.has(OK).shows("After", "Now", "after").hides("before");
  }

  @Test
  default void anEditThatIsNotValidKeepsWhatWasTypedAndItsVersion() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Before", "before");
    String version = visitor.get("/pages/" + id + "/edit").field("version");

    Answer form = visitor.post(
        "/pages/" + id + "/edit",
        "title",
        "",
        "heading",
        "h",
        "content",
        "typed",
        "version",
        version);

    form.has(UNPROCESSABLE_CONTENT).shows("A page needs a title.");
    assertThat(form.field("content")).isEqualTo("typed");
    assertThat(form.field("version")).isEqualTo(version);
    visitor.get("/pages/" + id).shows("Before");
  }

  @Test
  default void aPageIsDeletedWithItsCommentsAndKeepsNoTag() {
    Visitor visitor = visitor();
    String tag = WikiTest.word();
    int id = visitor.newPage("To go", "-");
    visitor.post(
        "/pages/" + id + "/comments", "name", "A", "email", "a@example.com", "content", "said");
    visitor.post("/pages/" + id + "/tags", "name", tag);

    assertThat(visitor.post("/pages/" + id + "/delete").location()).isEqualTo("/");

    visitor.get("/pages/" + id).has(NOT_FOUND);
    visitor.get("/tags/" + tag).has(OK).shows("No page tagged");
  }

  @Test
  default void deletingAsksFirst() {
    Visitor visitor = visitor();
    int id = visitor.newPage("To stay", "-");

    visitor.get("/pages/" + id).shows("Delete…", "The page and its comments go for good.");
    visitor.get("/pages/" + id + "/delete").hides("To stay");
    visitor.get("/pages/" + id).has(OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pages/2147483647",
        "/pages/0",
        "/pages/-1",
        "/pages/99999999999",
        "/pages/abc",
        "/pages/1.0",
        "/pages/2147483647/edit",
        "/pages/abc/edit",
        "/pages",
        "/nowhere"
      })
  default void whatIsNotThereIsNotFound(String uri) {
    visitor().get(uri).has(NOT_FOUND).shows("404", "To the list of pages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pages/2147483647/delete", "/pages/abc/delete"})
  default void whatIsNotThereCannotBeDeleted(String uri) {
    visitor().post(uri).has(NOT_FOUND);
  }
}
