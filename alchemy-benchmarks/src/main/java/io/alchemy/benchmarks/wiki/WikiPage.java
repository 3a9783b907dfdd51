package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page, as any stack's class shows it. */
public interface WikiPage {
  @Nullable
  Integer id();

  @Nullable
  String content();

  @Nullable
  LocalDateTime posted();

  @Nullable
  String title();

  @Nullable
  String heading();

  /** By key; empty where the workload loads none. */
  List<? extends WikiComment> comments();

  /** By key; empty where the workload loads none. */
  List<? extends WikiTag> tags();
}
