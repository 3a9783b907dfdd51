package io.alchemy.demo.wiki.model;

import io.alchemy.orm.Mapped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the wiki. Its key and its time are null until it is in the database. */
@Mapped
public class Page {
  private @Nullable Integer id;
  private @Nullable LocalDateTime posted;
  private String title;
  private @Nullable String heading;
  private String content;
  private int version;
  private List<Comment> comments = new ArrayList<>();
  private List<Tag> tags = new ArrayList<>();

  public Page(String title, @Nullable String heading, String content) {
    this.title = title;
    this.heading = heading;
    this.content = content;
  }

  /** Replaces what a person can edit. That is all a save takes: the session notices what changed. */
  public void edit(String title, @Nullable String heading, String content) {
    this.title = title;
    this.heading = heading;
    this.content = content;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public @Nullable LocalDateTime getPosted() {
    return posted;
  }

  public String getTitle() {
    return title;
  }

  public @Nullable String getHeading() {
    return heading;
  }

  public String getContent() {
    return content;
  }

  public int getVersion() {
    return version;
  }

  /** Oldest first. */
  public List<Comment> getComments() {
    return comments;
  }

  /** By name. */
  public List<Tag> getTags() {
    return tags;
  }
}
