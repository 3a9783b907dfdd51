package io.alchemy.benchmarks.ebean;

import io.alchemy.benchmarks.wiki.WikiComment;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An entity. */
@Entity
public class Comment implements WikiComment {
  @Id
  private @Nullable Integer id;

  private @Nullable String content;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable LocalDateTime created;

  @ManyToOne(optional = false)
  @JoinColumn(name = "pageid")
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
