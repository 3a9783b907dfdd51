package io.alchemy.benchmarks.wiki;

import java.util.List;

/** Pages with all that belongs to them. */
public final class Graph {
  private Graph() {}

  /** Touches every page, comment and tag, as a template would; the number of them. Lazy collections load here. */
  public static int walk(List<? extends WikiPage> pages) {
    int touched = 0;
    for (WikiPage page : pages) {
      touched++;
      for (WikiComment comment : page.comments()) {
        touched += comment.name() == null ? 0 : 1;
      }
      for (WikiTag tag : page.tags()) {
        touched += tag.name() == null ? 0 : 1;
      }
    }
    return touched;
  }
}
