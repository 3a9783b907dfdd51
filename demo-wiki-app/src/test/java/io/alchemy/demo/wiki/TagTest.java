package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FOUND;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** {@code POST /pages/{id}/tags} and {@code GET /tags/{name}}. */
interface TagTest extends WikiTest {
  @Test
  default void pagesAreFoundByTheirTag() {
    Visitor visitor = visitor();
    String tag = WikiTest.word();
    int one = visitor.newPage("One", "-");
    int two = visitor.newPage("Two", "-");
    visitor.newPage("Three", "-");

    tag(visitor, one, tag).has(FOUND);
    tag(visitor, two, tag).has(FOUND);

    visitor.get("/pages/" + one).shows(tag);
    visitor
        .get("/tags/" + tag)
        .has(OK)
        .shows("2 pages tagged " + tag, "One", "Two")
        .hides("Three");
  }

  @Test
  default void aTagIsReusedWhateverItsSpelling() {
    Visitor visitor = visitor();
    String tag = WikiTest.word();
    int one = visitor.newPage("One", "-");
    int two = visitor.newPage("Two", "-");

    tag(visitor, one, "  " + tag + "  x ");
    tag(visitor, two, tag.toUpperCase(Locale.ROOT) + "_X");

    visitor.get("/tags/" + tag + "-x").has(OK).shows("2 pages");
    visitor.get("/tags/" + tag + "%20X").has(OK).shows("2 pages");
  }

  @Test
  default void taggingTwiceIsTaggingOnce() {
    Visitor visitor = visitor();
    String tag = WikiTest.word();
    int id = visitor.newPage("Once", "-");
    tag(visitor, id, tag).has(FOUND);
    tag(visitor, id, tag).has(FOUND);

    visitor.get("/tags/" + tag).shows("1 page tagged");
  }

  @Test
  default void tagsStandInOrder() {
    Visitor visitor = visitor();
    int id = visitor.newPage("Tagged", "-");
    for (String tag : List.of("pear", "apple", "zebra")) {
      tag(visitor, id, tag);
    }
    visitor.get("/pages/" + id).shows("apple pear zebra");
  }

  @ParameterizedTest
  @ValueSource(strings = {"日本語", "größe", "c++", "c#", "node.js", "1984", "हिन्दी"})
  default void aTagMayBeAnyWordAndItsAddressWorks(String tag) {
    Visitor visitor = visitor();
    int id = visitor.newPage("Tagged " + tag, "-");

    tag(visitor, id, tag).has(FOUND);

    String link = "/tags/" + UriUtils.encodePathSegment(tag, StandardCharsets.UTF_8);
    visitor.get(link).has(OK).shows("Tagged " + tag);
    assertThat(visitor.get("/pages/" + id).main()).contains("href=\"/tags/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a/b",
        "../etc",
        "<b>",
        "?",
        "a;b",
        "😀",
        "-",
        "--",
        "'",
        "abcdefghijklmnopqrstu"
      })
  default void whatIsNoTagIsRefusedBesideTheField(String tag) {
    Visitor visitor = visitor();
    int id = visitor.newPage("Untagged", "The page itself");

    Answer answer = tag(visitor, id, tag)
        .has(UNPROCESSABLE_CONTENT)
        .shows("A tag is a word", "The page itself");

    assertThat(answer.main()).contains("id=\"tag-error\"");
  }

  @Test
  default void aTagThatNobodyUsedIsNotFound() {
    visitor().get("/tags/" + WikiTest.word()).has(NOT_FOUND).shows("No page was ever tagged");
    visitor().get("/tags/%3Cscript%3E").has(NOT_FOUND);
    visitor().get("/tags/").has(NOT_FOUND);
  }

  @Test
  default void aPageThatIsNotThereCannotBeTagged() {
    tag(visitor(), 2147483647, "tag").has(NOT_FOUND);
    tag(visitor(), 2147483647, "/").has(NOT_FOUND);
  }

  @Test
  default void manyPagesOfATagAreOnSheets() {
    Visitor visitor = visitor();
    String tag = WikiTest.word();
    for (int i = 0; i < 11; i++) {
      tag(visitor, visitor.newPage("Page " + i, "-"), tag);
    }
    Answer first = visitor.get("/tags/" + tag).has(OK).shows("11 pages", "1 of 2");
    assertThat(first.main()).contains("href=\"/tags/" + tag + "?page=2\"");
    visitor.get("/tags/" + tag + "?page=2").shows("2 of 2", "Page 0");
  }

  @ParameterizedTest
  @CsvSource({"same,same", "one,two"})
  default void manyCanTagAtOnce(String evens, String odds) throws Exception {
    Visitor first = visitor();
    String word = WikiTest.word().substring(0, 8);
    int id = first.newPage("Busy", "-");
    int visitors = 8;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(visitors);
    try {
      List<Visitor> all = IntStream.range(0, visitors).mapToObj(i -> visitor()).toList();
      all.forEach(Visitor::token);
      List<Future<Answer>> answers = IntStream.range(0, visitors)
          .mapToObj(i -> threads.submit(() -> {
            start.await();
            return tag(all.get(i), id, word + (i % 2 == 0 ? evens : odds));
          }))
          .toList();
      start.countDown();
      for (Future<Answer> answer : answers) {
        answer.get().has(FOUND);
      }
    } finally {
      threads.shutdownNow();
    }
    first.get("/tags/" + word + evens).has(OK).shows("1 page tagged");
    first.get("/tags/" + word + odds).has(OK).shows("1 page tagged");
  }

  private static Answer tag(Visitor visitor, int id, String name) {
    return visitor.post("/pages/" + id + "/tags", "name", name);
  }
}
