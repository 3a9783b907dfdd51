package io.alchemy.benchmarks.alchemy;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.WikiPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A row of the table of pages as an object, to which what belongs to it can be added. */
final class PageRow implements WikiPage {
  private final Integer id;
  private final String content;
  private final LocalDateTime posted;
  private final String title;
  private final String heading;
  private List<CommentRow> comments = List.of();
  private List<TagRow> tags = List.of();

  PageRow(Integer id, String content, LocalDateTime posted, String title, String heading) {
    this.id = id;
    this.content = content;
    this.posted = posted;
    this.title = title;
    this.heading = heading;
  }

  PageRow(
      Integer id,
      String content,
      LocalDateTime posted,
      String title,
      String heading,
      List<CommentRow> comments) {
    this(id, content, posted, title, heading);
    this.comments = comments;
  }

  PageRow(Integer id, Draft draft) {
    this(id, draft.content(), draft.posted(), draft.title(), draft.heading());
  }

  void add(CommentRow comment) {
    if (comments.isEmpty()) {
      comments = new ArrayList<>();
    }
    comments.add(comment);
  }

  void add(TagRow tag) {
    if (tags.isEmpty()) {
      tags = new ArrayList<>();
    }
    tags.add(tag);
  }

  @Override
  public Integer id() {
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
  public List<CommentRow> comments() {
    return comments;
  }

  @Override
  public List<TagRow> tags() {
    return tags;
  }
}
