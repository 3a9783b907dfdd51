package io.alchemy.benchmarks.jooq;

import io.alchemy.benchmarks.wiki.WikiPage;
import java.time.LocalDateTime;
import java.util.List;

/** A page, made of a row. */
record Page(
    Integer id,
    String content,
    LocalDateTime posted,
    String title,
    String heading,
    List<Comment> comments,
    List<Tag> tags)
    implements WikiPage {
  /** A page without what belongs to it. */
  static Page alone(
      Integer id, String content, LocalDateTime posted, String title, String heading) {
    return new Page(id, content, posted, title, heading, List.of(), List.of());
  }

  /** A page without its tags. */
  static Page commented(
      Integer id,
      String content,
      LocalDateTime posted,
      String title,
      String heading,
      List<Comment> comments) {
    return new Page(id, content, posted, title, heading, comments, List.of());
  }

  Page with(List<Comment> itsComments, List<Tag> itsTags) {
    return new Page(id, content, posted, title, heading, itsComments, itsTags);
  }
}
