package io.alchemy.benchmarks.ebean;

import io.alchemy.benchmarks.wiki.WikiTag;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An entity. */
@Entity
public class Tag implements WikiTag {
  @Id
  private @Nullable Integer id;

  private @Nullable String name;

  protected Tag() {}

  @Override
  public @Nullable Integer id() {
    return id;
  }

  @Override
  public @Nullable String name() {
    return name;
  }
}
