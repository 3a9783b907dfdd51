package io.alchemy.benchmarks.springdata;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;

/** An aggregate of its own: comments and tags are not loaded with it, as the workloads want it. */
final class Page implements WikiPage {
  @Id
  @Nullable
  Integer id;

  final String content;
  final LocalDateTime posted;
  String title;
  final String heading;

  @Transient
  private List<Comment> comments = List.of();

  @Transient
  private List<Tag> tags = List.of();

  @PersistenceCreator
  Page(@Nullable Integer id, String content, LocalDateTime posted, String title, String heading) {
    this.id = id;
    this.content = content;
    this.posted = posted;
    this.title = title;
    this.heading = heading;
  }

  Page(Draft draft) {
    this(null, draft.content(), draft.posted(), draft.title(), draft.heading());
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
