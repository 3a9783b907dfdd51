package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import org.junit.jupiter.api.Test;

/** The footer tells what a page took, and it is little. */
interface FooterTest extends WikiTest {
  @Test
  default void theListTakesThreeStatementsHoweverManyPagesItHas() {
    Visitor visitor = visitor();
    String word = WikiTest.word();
    for (int i = 0; i < 10; i++) {
      int id = visitor.newPage(word + i, "-");
      visitor.post("/pages/" + id + "/tags", "name", "counted" + i % 3);
    }

    Answer list = visitor.get("/?q=" + word).shows("10 pages", "counted1");

    assertThat(list.statements()).isEqualTo(3); // count, pages, the tags of all of them
  }

  @Test
  default void aPageTakesThreeStatementsHoweverManyCommentsAndTagsItHas() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Counted", "-");
    for (int i = 0; i < 5; i++) {
      visitor.post("/pages/" + id + "/tags", "name", "tag" + i);
      visitor.post(
          "/pages/" + id + "/comments", "name", "A", "email", "a@example.com", "content", "said");
    }

    Answer page = visitor.get("/pages/" + id).shows("5 comments", "tag4");

    assertThat(page.statements()).isEqualTo(3); // page, tags, comments
    assertThat(page.html()).contains("FROM page", "FROM comment", " ms</span>");
  }

  @Test
  default void theFormsTakeNextToNothing() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Counted", "-");

    assertThat(visitor.get("/pages/new").statements()).isZero();
    assertThat(visitor.get("/pages/" + id + "/edit").statements()).isEqualTo(1);
  }

  @Test
  default void aTagTakesFourStatements() {
    Visitor visitor = visitor();
    String tag = WikiTest.word();
    visitor.post("/pages/" + visitor.newPage("Counted", "-") + "/tags", "name", tag);

    assertThat(visitor.get("/tags/" + tag).statements())
        .isEqualTo(4); // tag, count, pages, their tags
  }

  @Test
  default void aChangeTellsWhatItTookOnTheNextPage() {
    Visitor visitor = visitor();
    Answer page =
        visitor.postAndFollow("/pages/new", "title", "New", "heading", "", "content", "-");

    assertThat(page.statementsBefore()).isEqualTo(1);
    assertThat(page.html()).contains("INSERT INTO page");
  }

  @Test
  default void aChangeIsToldOnce() {
    Visitor visitor = visitor();
    int id = visitor.newPage("New", "-");

    assertThat(visitor.get("/pages/" + id).html()).doesNotContain("The change before");
  }

  @Test
  default void anEditReadsOnceAndWritesOnce() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Old", "-");
    String version = visitor.get("/pages/" + id + "/edit").field("version");

    Answer page = visitor.postAndFollow(
        "/pages/" + id + "/edit",
        "title",
        "New",
        "heading",
        "",
        "content",
        "-",
        "version",
        version);

    assertThat(page.statementsBefore()).isEqualTo(2);
    assertThat(page.html()).contains("UPDATE page SET title");
  }

  @Test
  default void anEditThatChangesNothingWritesNothing() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Old", "-");
    String version = visitor.get("/pages/" + id + "/edit").field("version");

    Answer page = visitor.postAndFollow(
        "/pages/" + id + "/edit",
        "title",
        "Old",
        "heading",
        "",
        "content",
        "-",
        "version",
        version);

    assertThat(page.statementsBefore()).isEqualTo(1);
  }

  @Test
  default void theFooterShowsNoData() {
    Visitor visitor = visitor();
    String secret = WikiTest.word();
    int id = visitor.newPage("Old", "-");

    Answer page = visitor.postAndFollow(
        "/pages/" + id + "/comments",
        "name",
        "A",
        "email",
        secret + "@example.com",
        "content",
        "said");

    assertThat(page.html()).contains("INSERT INTO comment").doesNotContain(secret);
  }

  @Test
  default void anErrorPageTellsWhatItTookToo() {
    assertThat(visitor().get("/pages/2147483647").has(NOT_FOUND).statements()).isEqualTo(1);
  }
}
