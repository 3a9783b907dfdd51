package io.alchemy.demo.wiki.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private final Markdown markdown = new Markdown();

  @Test
  void whatTheHelpPageShowsIsRendered() {
    String html = markdown.html(
        "# Head\n\n**bold** *slanted* `code`\n\n1. one\n2. two\n   - dot\n\n> quote\n\n```sql\nSELECT 1\n```\n\n"
            + "| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n");

    assertThat(html)
        .contains(
            "<h1>Head</h1>",
            "<strong>bold</strong>",
            "<em>slanted</em>",
            "<code>code</code>",
            "<ol>",
            "<ul>")
        .contains(
            "<blockquote>",
            "<pre><code class=\"language-sql\">SELECT 1",
            "<th align=\"right\">b</th>",
            "<hr");
  }

  @Test
  void linksTellSearchEnginesNothing() {
    assertThat(markdown.html("[a](https://example.com/x?a=1&b=2) https://example.org"))
        .contains("<a href=\"https://example.com/x?a&#61;1&amp;b&#61;2\" rel=\"nofollow\">a</a>")
        .contains("href=\"https://example.org\"");
  }

  @Test
  void linksWithinTheWikiStay() {
    assertThat(markdown.html("[other](/pages/2) [up](#top)"))
        .contains("href=\"/pages/2\"", "href=\"#top\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe src=\"https://example.com\"></iframe>",
        "<style>body{display:none}</style>",
        "<form action=\"/pages/1/delete\" method=\"post\"><button>x</button></form>",
        "<svg onload=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java\u0000script:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "![x](javascript:alert(1))",
        "![x](x\"onerror=\"alert(1))",
        "[x](https://example.com \"\\\"onmouseover=\\\"alert(1)\")",
        "<https://example.com/\"onclick=\"alert(1)>",
        "```\"onclick=\"alert(1)\nx\n```",
        "<div style=\"position:fixed;inset:0\">x</div>",
        "<!-- --><script>alert(1)</script>",
        "`<script>alert(1)</script>`",
        "<b onclick=alert(1)>x</b>"
      })
  void nothingThatCouldRunComesThrough(String attack) {
    String html = markdown.html(attack);

    // What is left are the elements we allow, with the attributes we allow: an attack is text, if
    // it is there at all.
    assertThat(html.replaceAll(
            "</?(p|pre|code|a|img|em|strong|br)( (href|src|alt|title|rel|class)=\"[^\"]*\")*( /)?>",
            ""))
        .doesNotContain("<")
        .doesNotContain(">");
    assertThat(html).doesNotContainPattern("(?i)(href|src)=\"(javascript|data|vbscript):");
  }

  @Test
  void typedHtmlIsShownAsItWasTyped() {
    assertThat(markdown.html("a <b>c</b>")).contains("a &lt;b&gt;c&lt;/b&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ", "- ", "* ", "[", "![", "**a ", "*a _b ", "`", "<", "\\", "&", "|a", "((", "[a](",
        "1. "
      })
  void textThatNestsOrRepeatsWithoutEndIsStillRendered(String part) {
    assertThat(markdown.html(part.repeat(100_000 / part.length()))).isNotEmpty();
    assertThat(markdown.excerpt(part.repeat(100_000 / part.length()), 200)).isNotNull();
  }

  @Test
  void anExcerptIsPlainTextCutBetweenWords() {
    assertThat(markdown.excerpt(
            "# Head\n\nSome **bold** [link](https://example.com) words here\n\n    code", 24))
        .isEqualTo("Some bold link words…");
    assertThat(markdown.excerpt("short", 24)).isEqualTo("short");
  }

  @Test
  void anExcerptDoesNotCutACharacterInTwo() {
    assertThat(markdown.excerpt("😀".repeat(20), 5)).isEqualTo("😀😀…");
  }
}
