package io.alchemy.demo.wiki.web;

import io.alchemy.demo.wiki.model.TagName;
import java.util.Optional;

/** The form below a page in which somebody puts it under a tag. What a tag may look like, {@link TagName} says. */
public class TagForm {
  private String name = "";

  Optional<TagName> tagName() {
    return TagName.of(name);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
