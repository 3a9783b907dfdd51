package io.alchemy.demo.wiki.model;

import io.alchemy.orm.Mapped;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What somebody said about a page. */
@Mapped
public class Comment {
  private @Nullable Integer id;
  private @Nullable Integer pageid;
  private @Nullable LocalDateTime created;
  private String name;
  private String email;
  private String content;
  private @Nullable Page page;

  public Comment(String name, String email, String content) {
    this.name = name;
    this.email = email;
    this.content = content;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public @Nullable Integer getPageid() {
    return pageid;
  }

  public @Nullable LocalDateTime getCreated() {
    return created;
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public String getContent() {
    return content;
  }

  /** The page it is about; known at once when the comment is added to the page's comments. */
  public @Nullable Page getPage() {
    return page;
  }
}
