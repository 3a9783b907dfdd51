package io.alchemy.benchmarks.database;

/** Joins as stacks send them whose SQL is written by hand. The first and the last page's key are bound. */
public final class Joins {
  /** A row for each comment of each page, and one for a page without any; the comment's columns begin with the sixth. */
  public static final String COMMENTED = """
      SELECT page.id, page.content, page.posted, page.title, page.heading,
        comment.id, comment.pageid, comment.content, comment.name, comment.email, comment.created
      FROM page LEFT JOIN comment ON comment.pageid = page.id
      WHERE page.id BETWEEN ? AND ? ORDER BY page.id, comment.id""";

  /** A row for each tag of each page; the tag's columns begin with the sixth. */
  public static final String TAGGED = """
      SELECT page.id, page.content, page.posted, page.title, page.heading, tag.id, tag.name
      FROM page JOIN pagetag ON pagetag.pageid = page.id JOIN tag ON tag.id = pagetag.tagid
      WHERE page.id BETWEEN ? AND ? ORDER BY page.id, tag.id""";

  private Joins() {}
}
