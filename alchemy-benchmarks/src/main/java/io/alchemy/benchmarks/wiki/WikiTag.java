package io.alchemy.benchmarks.wiki;

import org.jspecify.annotations.Nullable;

/** A tag, as any stack's class shows it. */
public interface WikiTag {
  @Nullable
  Integer id();

  @Nullable
  String name();
}
