package io.alchemy.test.wiki;

import io.alchemy.orm.Mapped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tutorial's page. */
@Mapped
public class Page {
  private @Nullable Integer id;
  private @Nullable String content;
  private @Nullable LocalDateTime posted;
  private @Nullable String title;
  private @Nullable String heading;
  private List<Comment> comments = new ArrayList<>();
  private List<Tag> tags = new ArrayList<>();

  public @Nullable Integer getId() {
    return id;
  }

  public void setId(@Nullable Integer id) {
    this.id = id;
  }

  public @Nullable String getContent() {
    return content;
  }

  public void setContent(@Nullable String content) {
    this.content = content;
  }

  public @Nullable LocalDateTime getPosted() {
    return posted;
  }

  public void setPosted(@Nullable LocalDateTime posted) {
    this.posted = posted;
  }

  public @Nullable String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title;
  }

  public @Nullable String getHeading() {
    return heading;
  }

  public void setHeading(@Nullable String heading) {
    this.heading = heading;
  }

  public List<Comment> getComments() {
    return comments;
  }

  public void setComments(List<Comment> comments) {
    this.comments = comments;
  }

  public List<Tag> getTags() {
    return tags;
  }

  public void setTags(List<Tag> tags) {
    this.tags = tags;
  }
}
