package io.alchemy.benchmarks.alchemy;

import io.alchemy.benchmarks.wiki.WikiComment;
import java.time.LocalDateTime;

/** A row of the table of comments as an object. */
record CommentRow(
    Integer id, Integer pageid, String content, String name, String email, LocalDateTime created)
    implements WikiComment {}
