package io.alchemy.benchmarks.alchemy;

import io.alchemy.benchmarks.wiki.WikiComment;
import io.alchemy.orm.Mapped;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A mapped comment. */
@Mapped
public class Comment implements WikiComment {
  private @Nullable Integer id;
  private @Nullable Integer pageid;
  private @Nullable String content;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable LocalDateTime created;
  private @Nullable Page page;

  @Override
  public @Nullable Integer id() {
    return id;
  }

  public @Nullable Integer pageid() {
    return pageid;
  }

  @Override
  public @Nullable String content() {
    return content;
  }

  @Override
  public @Nullable String name() {
    return name;
  }

  @Override
  public @Nullable String email() {
    return email;
  }

  @Override
  public @Nullable LocalDateTime created() {
    return created;
  }

  public @Nullable Page page() {
    return page;
  }
}
