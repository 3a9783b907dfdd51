package io.alchemy.spring.wiki;

import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

/** Mapped nowhere. */
@Mapped
public class Label {
  private @Nullable Integer id;
  private String name = "";

  public @Nullable Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
