package io.alchemy.benchmarks.hibernate;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity. */
public class Page implements WikiPage {
  private @Nullable Integer id;
  private @Nullable String content;
  private @Nullable LocalDateTime posted;
  private @Nullable String title;
  private @Nullable String heading;
  private List<Comment> comments = new ArrayList<>();
  private List<Tag> tags = new ArrayList<>();

  protected Page() {}

  Page(Draft draft) {
    this.content = draft.content();
    this.posted = draft.posted();
    this.title = draft.title();
    this.heading = draft.heading();
  }

  void rename(String newTitle) {
    title = newTitle;
  }

  void tag(List<Tag> with) {
    tags = with;
  }

  @Override
  public @Nullable Integer id() {
    return id;
  }

  @Override
  public @Nullable String content() {
    return content;
  }

  @Override
  public @Nullable LocalDateTime posted() {
    return posted;
  }

  @Override
  public @Nullable String title() {
    return title;
  }

  @Override
  public @Nullable String heading() {
    return heading;
  }

  @Override
  public List<Comment> comments() {
    return comments;
  }

  @Override
  public List<Tag> tags() {
    return tags;
  }
}
