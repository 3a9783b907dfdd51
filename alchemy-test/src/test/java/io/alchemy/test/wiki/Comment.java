package io.alchemy.test.wiki;

import io.alchemy.orm.Mapped;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The tutorial's comment on a page. */
@Mapped
public class Comment {
  private @Nullable Integer id;
  private @Nullable Integer pageid;
  private @Nullable String content;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable LocalDateTime created;
  private @Nullable Page page;

  public @Nullable Integer getId() {
    return id;
  }

  public void setId(@Nullable Integer id) {
    this.id = id;
  }

  public @Nullable Integer getPageid() {
    return pageid;
  }

  public void setPageid(@Nullable Integer pageid) {
    this.pageid = pageid;
  }

  public @Nullable String getContent() {
    return content;
  }

  public void setContent(@Nullable String content) {
    this.content = content;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable LocalDateTime getCreated() {
    return created;
  }

  public void setCreated(@Nullable LocalDateTime created) {
    this.created = created;
  }

  public @Nullable Page getPage() {
    return page;
  }

  public void setPage(@Nullable Page page) {
    this.page = page;
  }
}
