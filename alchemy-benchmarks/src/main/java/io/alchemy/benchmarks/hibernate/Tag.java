package io.alchemy.benchmarks.hibernate;

import io.alchemy.benchmarks.wiki.WikiTag;
import org.jspecify.annotations.Nullable;

/** An entity. */
public class Tag implements WikiTag {
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
