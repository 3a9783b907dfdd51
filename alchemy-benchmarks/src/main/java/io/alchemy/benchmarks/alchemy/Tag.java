package io.alchemy.benchmarks.alchemy;

import io.alchemy.benchmarks.wiki.WikiTag;
import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

/** A mapped tag. */
@Mapped
public class Tag implements WikiTag {
  private @Nullable Integer id;
  private @Nullable String name;

  @Override
  public @Nullable Integer id() {
    return id;
  }

  @Override
  public @Nullable String name() {
    return name;
  }
}
