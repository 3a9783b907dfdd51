package io.alchemy.benchmarks.mybatis;

import io.alchemy.benchmarks.wiki.PlainComment;
import io.alchemy.benchmarks.wiki.PlainPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rows of one page come to: the mapper sets and fills the fields. */
final class CommentedPage {
  private int id;
  private @Nullable PlainPage page;
  private List<PlainComment> comments = new ArrayList<>();

  /** The page, with its comments. */
  PlainPage page() {
    PlainPage made = Objects.requireNonNull(page, () -> "no page " + id);
    comments.forEach(made::add);
    return made;
  }
}
