package io.alchemy.benchmarks.twin;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/** Markdown to HTML, by the libraries that the wiki uses too. */
@Component
public class Markdown {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), AutolinkExtension.create());

  private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
      .allowElements("h1", "h2", "h3", "h4", "p", "br", "hr", "blockquote", "pre", "ul", "ol", "li")
      .allowElements("em", "strong", "code", "a", "table", "thead", "tbody", "tr", "th", "td")
      .allowAttributes("href")
      .onElements("a")
      .allowStandardUrlProtocols()
      .toFactory();

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer html =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
  private final TextContentRenderer text = TextContentRenderer.builder()
      .extensions(EXTENSIONS)
      .lineBreakRendering(LineBreakRendering.STRIP)
      .build();

  public String html(String markdown) {
    return ALLOWED.sanitize(html.render(parser.parse(markdown)));
  }

  /** The beginning of a text without its markup. */
  public String excerpt(String markdown, int length) {
    String plain = text.render(parser.parse(markdown));
    return plain.length() <= length ? plain : plain.substring(0, length) + "…";
  }
}
