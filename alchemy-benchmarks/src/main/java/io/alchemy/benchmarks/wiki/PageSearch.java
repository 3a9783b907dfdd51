package io.alchemy.benchmarks.wiki;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for: twelve conditions, of which six are given. A null asks for nothing.
 *
 * @param fromPage keys of pages at least this
 * @param toPage keys of pages at most this
 * @param title pattern of pages' titles
 * @param heading pattern of pages' headings
 * @param postedFrom pages posted then or later
 * @param postedBefore pages posted before
 * @param name pattern of commenters' names
 * @param email pattern of their addresses
 * @param createdFrom comments of then or later
 * @param notComment a comment that is not wanted
 * @param tag pattern of tags
 * @param notTag a tag that is not wanted
 */
public record PageSearch(
    @Nullable Integer fromPage,
    @Nullable String title,
    @Nullable LocalDateTime postedFrom,
    @Nullable String name,
    @Nullable Integer notComment,
    @Nullable String tag,
    @Nullable Integer toPage,
    @Nullable String heading,
    @Nullable LocalDateTime postedBefore,
    @Nullable String email,
    @Nullable LocalDateTime createdFrom,
    @Nullable String notTag) {
  /** How many rows are wanted. */
  public static final int LIMIT = 10;

  /** After how many turns the same conditions come again. */
  public static final int SHAPES = 12;

  private static final int GIVEN = 6;

  /**
   * A search whose six conditions are those from number {@code turn} on, in a circle, so that twelve statements take turns.
   * Values change with each turn, so that no database can answer from memory; nearly all rows meet them, so that finding
   * ten costs as little in each turn: where half of the pages were left out, PostgreSQL took 1 ms at the first of them and 20 ms at the
   * last, so that whoever had come further was slower.
   */
  public static PageSearch number(int turn) {
    return new PageSearch(
        given(0, turn) ? 1 + turn % 100 : null,
        given(1, turn) ? "Page%" : null,
        given(2, turn) ? Seed.START.minusSeconds(turn % 100_000) : null,
        given(3, turn) ? "Name%" : null,
        given(4, turn) ? 1_000 + turn % 100_000 : null,
        given(5, turn) ? "tag%" : null,
        given(6, turn) ? Seed.PAGES - turn % 100 : null,
        given(7, turn) ? "Heading%" : null,
        given(8, turn) ? Seed.START.plusYears(1).plusSeconds(turn % 100_000) : null,
        given(9, turn) ? "%example.com" : null,
        given(10, turn) ? Seed.START.minusSeconds(turn % 100_000) : null,
        given(11, turn) ? "none" : null);
  }

  private static boolean given(int condition, int turn) {
    return Math.floorMod(condition - turn, SHAPES) < GIVEN;
  }
}
