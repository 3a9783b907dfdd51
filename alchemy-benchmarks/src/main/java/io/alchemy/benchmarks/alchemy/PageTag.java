package io.alchemy.benchmarks.alchemy;

import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

/** A link as a class of its own: the fourth that is mapped, so that no call site sees one class alone by luck. */
@Mapped
public class PageTag {
  private @Nullable Integer pageid;
  private @Nullable Integer tagid;

  public @Nullable Integer pageid() {
    return pageid;
  }

  public @Nullable Integer tagid() {
    return tagid;
  }
}
