package io.alchemy.demo.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/** What came back: the page as HTML, or where to go next. */
record Answer(int status, String html, @Nullable String redirect) {
  private static final Pattern COUNT = Pattern.compile("This page took <b>(\\d+)</b> SQL");
  private static final Pattern BEFORE = Pattern.compile("The change before took <b>(\\d+)</b> SQL");

  Answer has(HttpStatus expected) {
    assertThat(status).as("%s", html).isEqualTo(expected.value());
    return this;
  }

  Answer shows(String... parts) {
    assertThat(text()).contains(parts);
    return this;
  }

  Answer hides(String... parts) {
    assertThat(text()).doesNotContain(parts);
    return this;
  }

  /** What is in {@code main}, the page without its frame. */
  String main() {
    int start = html.indexOf("<main");
    return html.substring(start, html.indexOf("</main>", start));
  }

  /** What a person reads, without the footer. */
  String text() {
    return HtmlUtils.htmlUnescape(main().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
  }

  String location() {
    assertThat(redirect).as("%s", html).isNotNull();
    return java.util.Objects.requireNonNull(redirect);
  }

  /** The number in the redirect's address. */
  int pageId() {
    Matcher number = Pattern.compile("^/pages/(\\d+)").matcher(location());
    assertThat(number.find()).as(location()).isTrue();
    return Integer.parseInt(number.group(1));
  }

  /** The number in the footer. */
  int statements() {
    return number(COUNT);
  }

  /** The number of statements that the post before took. */
  int statementsBefore() {
    return number(BEFORE);
  }

  private int number(Pattern pattern) {
    Matcher number = pattern.matcher(html);
    assertThat(number.find()).as("%s in %s", pattern, html).isTrue();
    return Integer.parseInt(number.group(1));
  }

  /** What a field of a form holds, input or textarea. */
  String field(String name) {
    Matcher input = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
        .matcher(main());
    if (input.find()) {
      return HtmlUtils.htmlUnescape(input.group(1));
    }
    Matcher area = Pattern.compile(
            "(?s)<textarea[^>]*name=\"" + name + "\"[^>]*>\n?(.*?)</textarea>")
        .matcher(main());
    assertThat(area.find()).as("%s in %s", name, main()).isTrue();
    return HtmlUtils.htmlUnescape(area.group(1));
  }
}
