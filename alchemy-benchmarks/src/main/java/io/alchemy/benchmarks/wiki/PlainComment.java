package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;

/** A comment, filled by hand. */
public record PlainComment(
    Integer id, Integer page, String content, String name, String email, LocalDateTime created)
    implements WikiComment {}
