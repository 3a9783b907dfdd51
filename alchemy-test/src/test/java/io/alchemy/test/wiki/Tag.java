package io.alchemy.test.wiki;

import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

/** The tutorial's tag, which many pages may have. */
@Mapped
public class Tag {
  private @Nullable Integer id;
  private @Nullable String name;

  public @Nullable Integer getId() {
    return id;
  }

  public void setId(@Nullable Integer id) {
    this.id = id;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }
}
