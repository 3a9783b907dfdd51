package io.alchemy.demo.wiki.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * What {@code <} means in this wiki: the start of an address in angle brackets, or just itself; never HTML. CommonMark's own parser looks
 * for the end of an HTML element from each {@code <} to the end of the text, which takes seconds for a text of nothing else; this one stops
 * at the next {@code <} or space.
 */
final class AngleBrackets implements InlineContentParserFactory, InlineContentParser {
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\\s<>]*");
  private static final Pattern MAIL =
      Pattern.compile("[a-zA-Z0-9._+-]+@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+");

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('<');
  }

  @Override
  public InlineContentParser create() {
    return this;
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    scanner.next(); // the bracket
    Position start = scanner.position();
    while (isWithinAddress(scanner.peek())) {
      scanner.next();
    }
    String inside = scanner.getSource(start, scanner.position()).getContent();
    if (scanner.peek() == '>' && ADDRESS.matcher(inside).matches()) {
      return link(inside, inside, scanner);
    }
    if (scanner.peek() == '>' && MAIL.matcher(inside).matches()) {
      return link("mailto:" + inside, inside, scanner);
    }
    return ParsedInline.of(new Text("<"), start);
  }

  private static boolean isWithinAddress(char c) {
    return c != Scanner.END && c != '<' && c != '>' && !Character.isWhitespace(c);
  }

  private static ParsedInline link(String address, String text, Scanner scanner) {
    scanner.next(); // the bracket that closes
    Link link = new Link(address, null);
    link.appendChild(new Text(text));
    return ParsedInline.of(link, scanner.position());
  }
}
