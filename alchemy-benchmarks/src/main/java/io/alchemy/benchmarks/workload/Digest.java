package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.wiki.WikiComment;
import io.alchemy.benchmarks.wiki.WikiPage;
import io.alchemy.benchmarks.wiki.WikiTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a workload came to, as one number: two stacks that give the same rows in the same order have the same. */
public final class Digest {
  private long state = 1;

  public void add(@Nullable Object value) {
    String text = String.valueOf(value);
    for (int i = 0; i < text.length(); i++) {
      state = state * 31 + text.charAt(i);
    }
    state = state * 31 + '|';
  }

  /** A page's own columns. */
  void page(@Nullable WikiPage page) {
    if (page == null) {
      add(null);
      return;
    }
    add(page.id());
    add(page.content());
    add(page.posted());
    add(page.title());
    add(page.heading());
  }

  /** Pages, their comments and tags. */
  void graph(List<? extends WikiPage> pages) {
    for (WikiPage page : pages) {
      page(page);
      comments(page);
      page.tags().forEach(this::tag);
    }
  }

  /** A page's comments. */
  void comments(WikiPage page) {
    for (WikiComment comment : page.comments()) {
      add(comment.id());
      add(comment.content());
      add(comment.name());
      add(comment.email());
      add(comment.created());
    }
  }

  void tag(WikiTag tag) {
    add(tag.id());
    add(tag.name());
  }

  @Override
  public String toString() {
    return Long.toHexString(state);
  }
}
