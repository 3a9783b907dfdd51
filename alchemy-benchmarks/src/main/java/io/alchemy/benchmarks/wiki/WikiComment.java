package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A comment, as any stack's class shows it. */
public interface WikiComment {
  @Nullable
  Integer id();

  @Nullable
  String content();

  @Nullable
  String name();

  @Nullable
  String email();

  @Nullable
  LocalDateTime created();
}
