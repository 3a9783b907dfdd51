package io.alchemy.demo.wiki.pages;

import org.jspecify.annotations.Nullable;

/** What a person writes on a page. */
public record PageText(String title, @Nullable String heading, String content) {}
