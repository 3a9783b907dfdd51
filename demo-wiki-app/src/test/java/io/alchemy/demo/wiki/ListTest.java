package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.OK;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** {@code GET /}: the list, its sheets, and the search. */
interface ListTest extends WikiTest {
  @Test
  default void theNewestPageComesFirst() {
    Visitor visitor = visitor();
    String word = WikiTest.word();
    visitor.newPage(word + " first", "text");
    visitor.newPage(word + " second", "text");

    String list = visitor.get("/?q=" + word).has(OK).text();

    assertThat(list.indexOf("second")).isLessThan(list.indexOf("first")).isPositive();
  }

  @Test
  default void tenPagesAreOnASheet() {
    Visitor visitor = visitor();
    String word = elevenPages(visitor);

    visitor
        .get("/?q=" + word)
        .has(OK)
        .shows("11 pages", word + " 11", word + " 02", "1 of 2", "Older")
        .hides(word + " 01", "Newer");
    visitor
        .get("/?q=" + word + "&page=2")
        .has(OK)
        .shows(word + " 01", "2 of 2", "Newer")
        .hides(word + " 02", "Older");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-2147483648", "", "nonsense", "99999999999999999999", "1.5"})
  default void aSheetThatCannotBeIsTheFirst(String number) {
    Visitor visitor = visitor();
    String word = elevenPages(visitor);

    visitor.get("/?q=" + word + "&page=" + number).has(OK).shows("1 of 2", word + " 11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "2147483647"})
  default void aSheetBeyondTheLastIsTheLast(String number) {
    Visitor visitor = visitor();
    String word = elevenPages(visitor);

    visitor.get("/?q=" + word + "&page=" + number).has(OK).shows("2 of 2", word + " 01");
  }

  @Test
  default void thePagingKeepsTheSearch() {
    Visitor visitor = visitor();
    String word = elevenPages(visitor);

    assertThat(visitor.get("/?q=" + word).main()).contains("href=\"/?q=" + word + "&amp;page=2\"");
  }

  @Test
  default void searchLooksAtTitleHeadingAndText() {
    Visitor visitor = visitor();
    String word = WikiTest.word();
    visitor.newPage("In the title " + word, "-");
    visitor.post("/pages/new", "title", "In the heading", "heading", word, "content", "-");
    visitor.newPage("In the text", "so " + word + " it is");
    visitor.newPage("Nowhere", "-");

    visitor
        .get("/?q=" + word)
        .shows("3 pages", "In the title", "In the heading", "In the text")
        .hides("Nowhere");
  }

  @Test
  default void searchDoesNotCareAboutCase() {
    Visitor visitor = visitor();
    String word = WikiTest.word();
    visitor.newPage("Title " + word.toUpperCase(Locale.ROOT), "-");

    visitor.get("/?q=tItLe%20" + word).shows("1 page with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ärger im Büro", "Šárka 漢字", "😀 smile", "الكتاب"})
  default void searchFindsAnyScriptAsItIsWritten(String words) {
    Visitor visitor = visitor();
    visitor.newPage(words + " " + WikiTest.word(), "-");

    visitor.get("/?q=" + encoded(words)).has(OK).shows(words).hides("No page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "_", "\\", "'", "\"; DROP TABLE page; --", "%_\\'"})
  default void signsThatMeanSomethingInSqlAreJustSigns(String sign) {
    Visitor visitor = visitor();
    String word = WikiTest.word();
    visitor.newPage(word + sign + word, "-");
    visitor.newPage(word + "x" + word, "-");

    visitor
        .get("/?q=" + encoded(word + sign + word))
        .has(OK)
        .shows("1 page with", word + sign + word);
  }

  @Test
  default void aSearchThatFindsNothingSaysSo() {
    visitor().get("/?q=" + WikiTest.word()).has(OK).shows("No page with");
  }

  @Test
  default void aSearchForNothingListsEverything() {
    Visitor visitor = visitor();
    visitor.newPage("Any", "-");

    visitor.get("/?q=%20%20").has(OK).hides("No page");
    visitor.get("/?q=").has(OK).hides("No page");
  }

  @Test
  default void aSearchOfControlCharactersIsNoError() {
    visitor().get("/?q=a%00b").has(OK);
  }

  @Test
  default void anEndlessSearchIsCut() {
    visitor().get("/?q=" + "a".repeat(5000)).has(OK);
  }

  @Test
  default void theListShowsTagsAndTheBeginningOfTheText() {
    Visitor visitor = visitor();
    String word = WikiTest.word();
    int id = visitor.newPage(word, "Some **bold** words.");
    visitor.post("/pages/" + id + "/tags", "name", "listed");

    visitor.get("/?q=" + word).shows("Some bold words.", "listed");
  }

  private static String elevenPages(Visitor visitor) {
    String word = WikiTest.word();
    for (int i = 1; i <= 11; i++) {
      visitor.newPage(String.format("%s %02d", word, i), "text");
    }
    return word;
  }

  private static String encoded(String words) {
    return UriUtils.encode(words, StandardCharsets.UTF_8);
  }
}
