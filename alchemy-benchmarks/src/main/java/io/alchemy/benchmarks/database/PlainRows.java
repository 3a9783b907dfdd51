package io.alchemy.benchmarks.database;

import io.alchemy.benchmarks.wiki.PlainComment;
import io.alchemy.benchmarks.wiki.PlainPage;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes objects of rows by hand, by position, with typed getters. */
public final class PlainRows {
  private final DateTimes dateTimes;

  public PlainRows(DateTimes dateTimes) {
    this.dateTimes = dateTimes;
  }

  /** The page of the first five columns. */
  public PlainPage page(ResultSet rows) throws SQLException {
    return new PlainPage(
        rows.getInt(1),
        rows.getString(2),
        dateTimes.read(rows, 3),
        rows.getString(4),
        rows.getString(5));
  }

  /** The comment whose six columns begin with the first. */
  public PlainComment comment(ResultSet rows) throws SQLException {
    return comment(rows, 1);
  }

  /** Adds the comment that {@link Joins#COMMENTED} has beside a page, if there is one. */
  public void addComment(PlainPage page, ResultSet rows) throws SQLException {
    rows.getInt(6);
    if (!rows.wasNull()) {
      page.add(comment(rows, 6));
    }
  }

  private PlainComment comment(ResultSet rows, int from) throws SQLException {
    return new PlainComment(
        rows.getInt(from),
        rows.getInt(from + 1),
        rows.getString(from + 2),
        rows.getString(from + 3),
        rows.getString(from + 4),
        dateTimes.read(rows, from + 5));
  }
}
