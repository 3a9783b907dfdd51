package io.alchemy.demo.wiki.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Markdown to HTML. Two lines of defence: HTML that somebody
 * typed is text to the parser, and the sanitizer lets through
 * only the elements and addresses named here, whatever the renderer may have missed.
 */
@Component
public class Markdown {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), AutolinkExtension.create());

  private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
      .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre")
      .allowElements("ul", "ol", "li", "em", "strong", "code", "a", "img")
      .allowElements("table", "thead", "tbody", "tr", "th", "td")
      .allowAttributes("start")
      .onElements("ol")
      .allowAttributes("class")
      .matching(Pattern.compile("language-[\\w+#-]{1,30}"))
      .onElements("code")
      .allowAttributes("align")
      .matching(true, "left", "right", "center")
      .onElements("th", "td")
      .allowAttributes("href", "title")
      .onElements("a")
      .allowAttributes("src", "alt", "title")
      .onElements("img")
      .allowUrlProtocols("http", "https", "mailto")
      .requireRelNofollowOnLinks()
      .toFactory();

  /** Rendering descends once for each level: text that nests thousands deep must not exhaust the stack. */
  private static final int DEEPEST = 50;

  /** HTML blocks are not among them: what looks like one is a paragraph. */
  private static final Set<Class<? extends Block>> BLOCKS = Set.of(
      Heading.class,
      ListBlock.class,
      BlockQuote.class,
      FencedCodeBlock.class,
      IndentedCodeBlock.class,
      ThematicBreak.class);

  /** More than enough for the beginning of a list's entry. */
  private static final int READ_FOR_EXCERPT = 2_000;

  private final Parser parser = Parser.builder()
      .extensions(EXTENSIONS)
      .enabledBlockTypes(BLOCKS)
      .customInlineContentParserFactory(new AngleBrackets())
      .maxOpenBlockParsers(DEEPEST)
      .build();
  private final HtmlRenderer html = HtmlRenderer.builder()
      .extensions(EXTENSIONS)
      .escapeHtml(true)
      .sanitizeUrls(true)
      .build();

  /** Safe HTML for a whole text. */
  public String html(String markdown) {
    return ALLOWED.sanitize(html.render(parser.parse(markdown)));
  }

  /** The beginning of a text without its markup, at most {@code length} characters, cut between words where there are any. */
  public String excerpt(String markdown, int length) {
    String start = markdown.substring(0, Math.min(markdown.length(), READ_FOR_EXCERPT));
    String plain = PlainText.of(parser.parse(start));
    if (plain.length() <= length) {
      return plain;
    }
    int space = plain.lastIndexOf(' ', length);
    int end = space > length / 2 ? space : length;
    if (Character.isHighSurrogate(plain.charAt(end - 1))) {
      end--;
    }
    return plain.substring(0, end) + "…";
  }
}
