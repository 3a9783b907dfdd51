package io.alchemy.benchmarks.springdata;

import io.alchemy.benchmarks.wiki.WikiComment;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** An aggregate that names its page by key. */
record Comment(
    @Id Integer id,
    Integer pageid,
    String content,
    String name,
    String email,
    LocalDateTime created)
    implements WikiComment {}
