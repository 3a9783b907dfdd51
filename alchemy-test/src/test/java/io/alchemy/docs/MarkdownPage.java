package io.alchemy.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown page, seen as the fenced blocks in it. */
record MarkdownPage(Path path, String text, List<Block> blocks) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /**
   * @param language what stands behind the opening fence
   * @param line where the block's first line is in the page, counted from 1
   */
  record Block(String language, String text, int line) {}

  static MarkdownPage read(Path path) throws IOException {
    String text = Files.readString(path);
    List<Block> blocks = new ArrayList<>();
    for (MatchResult fence : FENCE.matcher(text).results().toList()) {
      int line = (int) text.substring(0, fence.start(2)).lines().count() + 1;
      blocks.add(new Block(fence.group(1), fence.group(2), line));
    }
    return new MarkdownPage(path, text, blocks);
  }

  /** The page with other texts in its blocks, in their order. */
  String withTexts(List<String> texts) {
    int[] next = {0};
    return FENCE
        .matcher(text)
        .replaceAll(fence ->
            Matcher.quoteReplacement("```" + fence.group(1) + "\n" + texts.get(next[0]++) + "```"));
  }
}
