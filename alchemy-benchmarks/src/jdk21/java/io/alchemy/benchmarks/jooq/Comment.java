package io.alchemy.benchmarks.jooq;

import io.alchemy.benchmarks.wiki.WikiComment;
import java.time.LocalDateTime;

/** A comment, made of a row. */
record Comment(
    Integer id, Integer page, String content, String name, String email, LocalDateTime created)
    implements WikiComment {}
