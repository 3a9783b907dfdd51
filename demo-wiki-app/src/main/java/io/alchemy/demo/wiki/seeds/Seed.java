package io.alchemy.demo.wiki.seeds;

import io.alchemy.demo.wiki.model.Comment;
import io.alchemy.demo.wiki.model.TagName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as a file: lines of {@code name: value}, an empty line, Markdown.
 *
 * <pre>
 * title: Welcome
 * heading: What this is
 * tags: alchemy, wiki
 * comment: Ada &lt;ada@example.com&gt; What she says.
 * </pre>
 */
record Seed(
    String title, String heading, String content, List<TagName> tags, List<Comment> comments) {
  private static final Pattern COMMENT = Pattern.compile("(.+?) <(.+?)> (.+)");

  static Seed parse(String file) {
    int end = file.indexOf("\n\n");
    String title = "";
    String heading = "";
    List<TagName> tags = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    for (String line : file.substring(0, end).lines().toList()) {
      int colon = line.indexOf(": ");
      String value = line.substring(colon + 2);
      switch (line.substring(0, colon)) {
        case "title" -> title = value;
        case "heading" -> heading = value;
        case "tags" -> {
          for (String tag : value.split(", ", -1)) {
            tags.add(new TagName(tag));
          }
        }
        case "comment" -> comments.add(comment(value));
        default -> throw new IllegalArgumentException("No such line in a seed: " + line);
      }
    }
    return new Seed(title, heading, file.substring(end + 2), tags, comments);
  }

  private static Comment comment(String line) {
    Matcher parts = COMMENT.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A comment is 'Name <address> text', not: " + line);
    }
    return new Comment(parts.group(1), parts.group(2), parts.group(3));
  }
}
