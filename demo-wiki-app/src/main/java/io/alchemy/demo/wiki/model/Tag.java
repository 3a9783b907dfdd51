package io.alchemy.demo.wiki.model;

import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

/** A word that pages are found by. Its name is normalised, see {@link TagName}. */
@Mapped
public class Tag {
  private @Nullable Integer id;
  private String name;

  public Tag(TagName name) {
    this.name = name.value();
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
