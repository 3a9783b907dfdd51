package io.alchemy.benchmarks.alchemy;

import io.alchemy.benchmarks.wiki.Draft;
import io.alchemy.benchmarks.wiki.WikiPage;
import io.alchemy.orm.Mapped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapped page. */
@Mapped
public class Page implements WikiPage {
  private @Nullable Integer id;
  private String content;
  private LocalDateTime posted;
  private String title;
  private String heading;
  private List<Comment> comments = new ArrayList<>();
  private List<Tag> tags = new ArrayList<>();

  public Page(Draft draft) {
    this.content = draft.content();
    this.posted = draft.posted();
    this.title = draft.title();
    this.heading = draft.heading();
  }

  public void rename(String newTitle) {
    title = newTitle;
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
