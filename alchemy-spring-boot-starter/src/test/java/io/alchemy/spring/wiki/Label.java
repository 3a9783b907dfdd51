package io.alchemy.spring.wiki;

import io.alchemy.orm.Mapped;
import org.jspecify.annotations.Nullable;

/** Mapped by hand, in {@link WikiMappings}. */
@Mapped
public class Label {
  private @Nullable Integer id;
  private String name = "";

  public Label() {}

  public Label(String name) {
    this.name = name;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
