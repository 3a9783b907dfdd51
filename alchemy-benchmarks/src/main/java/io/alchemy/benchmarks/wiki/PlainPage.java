package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a library that maps no classes by itself, filled by hand. */
public final class PlainPage implements WikiPage {
  private @Nullable Integer id;
  private final String content;
  private final LocalDateTime posted;
  private String title;
  private final String heading;
  private List<PlainComment> comments = List.of();
  private List<PlainTag> tags = List.of();

  public PlainPage(Integer id, String content, LocalDateTime posted, String title, String heading) {
    this.id = id;
    this.content = content;
    this.posted = posted;
    this.title = title;
    this.heading = heading;
  }

  public PlainPage(Draft draft) {
    this.content = draft.content();
    this.posted = draft.posted();
    this.title = draft.title();
    this.heading = draft.heading();
  }

  public void inserted(int key) {
    id = key;
  }

  public void rename(String newTitle) {
    title = newTitle;
  }

  public void add(PlainComment comment) {
    if (comments.isEmpty()) {
      comments = new ArrayList<>();
    }
    comments.add(comment);
  }

  public void add(PlainTag tag) {
    if (tags.isEmpty()) {
      tags = new ArrayList<>();
    }
    tags.add(tag);
  }

  @Override
  public @Nullable Integer id() {
    return id;
  }

  @Override
  public String content() {
    return content;
  }

  @Override
  public LocalDateTime posted() {
    return posted;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String heading() {
    return heading;
  }

  @Override
  public List<PlainComment> comments() {
    return comments;
  }

  @Override
  public List<PlainTag> tags() {
    return tags;
  }
}
