package io.alchemy.benchmarks.hibernate;

import io.alchemy.benchmarks.wiki.WikiComment;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An entity. */
public class Comment implements WikiComment {
  private @Nullable Integer id;
  private @Nullable String content;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable LocalDateTime created;
  private @Nullable Page page;

  protected Comment() {}

  @Override
  public @Nullable Integer id() {
    return id;
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
