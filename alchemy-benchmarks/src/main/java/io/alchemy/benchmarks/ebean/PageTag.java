package io.alchemy.benchmarks.ebean;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A link as an entity of its own: the fourth that is loaded. */
@Entity
@Table(name = "pagetag")
public class PageTag {
  @EmbeddedId
  private @Nullable Key key;

  protected PageTag() {}

  public @Nullable Key key() {
    return key;
  }

  /** Its key. */
  @Embeddable
  public static class Key {
    private int pageid;
    private int tagid;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && pageid == that.pageid && tagid == that.tagid;
    }

    @Override
    public int hashCode() {
      return Objects.hash(pageid, tagid);
    }
  }
}
