package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;

/** The rows that a database has when a stack opens it: which there are, and what is in them. */
public final class Seed {
  public static final int PAGES = 20_000;
  public static final int COMMENTS_OF_A_PAGE = 10;
  public static final int TAGS_OF_A_PAGE = 3;
  public static final int TAGS = 200;

  /** When the first page was posted. */
  public static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 8, 0);

  private static final String TEXT =
      "is a page of a wiki, long enough to be text and short enough not to be what is measured.";

  private Seed() {}

  public static String contentOf(int page) {
    return "Number " + page + ' ' + TEXT;
  }

  public static String titleOf(int page) {
    return "Page " + page;
  }

  public static String headingOf(int page) {
    return "Heading " + page;
  }

  public static LocalDateTime postedOf(int page) {
    return START.plusMinutes(page);
  }

  public static String nameOf(int comment) {
    return "Name " + comment % 1_000;
  }

  public static String emailOf(int comment) {
    return "name" + comment % 1_000 + "@example.com";
  }

  public static String remarkOf(int comment) {
    return "Remark " + comment + " on the page";
  }

  public static LocalDateTime createdOf(int comment) {
    return START.plusSeconds(comment);
  }

  /** The page that a comment is on; comments are numbered page by page. */
  public static int pageOf(int comment) {
    return 1 + (comment - 1) / COMMENTS_OF_A_PAGE;
  }

  /** The key of a page's {@code index}th tag. */
  public static int tagOf(int page, int index) {
    return 1 + (page + index * 7) % TAGS;
  }

  public static String tagName(int tag) {
    return "tag" + tag;
  }
}
