package io.alchemy.benchmarks.jdbc;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page, filled by hand. */
final class Page implements WikiPage {
  private @Nullable Integer id;
  private final String content;
  private final LocalDateTime posted;
  private String title;
  private final String heading;
  private List<Comment> comments = List.of();
  private List<Tag> tags = List.of();

  Page(Integer id, String content, LocalDateTime posted, String title, String heading) {
    this.id = id;
    this.content = content;
    this.posted = posted;
    this.title = title;
    this.heading = heading;
  }

  Page(Draft draft) {
    this.content = draft.content();
    this.posted = draft.posted();
    this.title = draft.title();
    this.heading = draft.heading();
  }

  void inserted(int key) {
    id = key;
  }

  void rename(String newTitle) {
    title = newTitle;
  }

  void add(Comment comment) {
    if (comments.isEmpty()) {
      comments = new ArrayList<>();
    }
    comments.add(comment);
  }

  void add(Tag tag) {
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
  public List<Comment> comments() {
    return comments;
  }

  @Override
  public List<Tag> tags() {
    return tags;
  }
}
