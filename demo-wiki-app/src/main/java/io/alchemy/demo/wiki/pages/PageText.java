package io.alchemy.demo.wiki.pages;

import io.alchemy.demo.wiki.model.Page;
import org.jspecify.annotations.Nullable;

/** What a person writes on a page. */
public record PageText(String title, @Nullable String heading, String content) {
  public static PageText of(Page page) {
    return new PageText(page.getTitle(), page.getHeading(), page.getContent());
  }
}
