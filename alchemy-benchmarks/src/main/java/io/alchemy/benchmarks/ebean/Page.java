package io.alchemy.benchmarks.ebean;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.WikiPage;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity. */
@Entity
public class Page implements WikiPage {
  @Id
  private @Nullable Integer id;

  private @Nullable String content;
  private @Nullable LocalDateTime posted;
  private @Nullable String title;
  private @Nullable String heading;

  @OneToMany(mappedBy = "page")
  @OrderBy("id")
  private List<Comment> comments = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "pagetag",
      joinColumns = @JoinColumn(name = "pageid"),
      inverseJoinColumns = @JoinColumn(name = "tagid"))
  @OrderBy("id")
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
