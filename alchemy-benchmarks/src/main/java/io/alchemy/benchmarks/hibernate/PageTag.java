package io.alchemy.benchmarks.hibernate;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A link as an entity of its own: the fourth that is loaded. */
public class PageTag {
  private @Nullable Integer pageid;
  private @Nullable Integer tagid;

  protected PageTag() {}

  public @Nullable Integer pageid() {
    return pageid;
  }

  public @Nullable Integer tagid() {
    return tagid;
  }

  /** Its key. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1;

    private @Nullable Integer pageid;
    private @Nullable Integer tagid;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && Objects.equals(pageid, that.pageid)
          && Objects.equals(tagid, that.tagid);
    }

    @Override
    public int hashCode() {
      return Objects.hash(pageid, tagid);
    }
  }
}
