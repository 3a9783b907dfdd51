package io.alchemy.benchmarks.jdbc;

import io.alchemy.benchmarks.wiki.WikiComment;
import java.time.LocalDateTime;

/** A comment, filled by hand. */
record Comment(
    Integer id, Integer page, String content, String name, String email, LocalDateTime created)
    implements WikiComment {}
