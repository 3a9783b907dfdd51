package io.alchemy.benchmarks.workload;

import io.alchemy.benchmarks.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in the table of pages, read past the stack. */
final class StoredPages {
  private StoredPages() {}

  /** Content, time, title and heading of each page that {@code condition} lets through. */
  static List<String> texts(Database database, String condition) throws SQLException {
    List<String> pages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT content, posted, title, heading FROM page WHERE " + condition)) {
      while (rows.next()) {
        pages.add(rows.getString(1)
            + '|'
            + database.kind().dateTimes().read(rows, 2)
            + '|'
            + rows.getString(3)
            + '|'
            + rows.getString(4));
      }
    }
    return pages;
  }

  /** The titles of the pages that {@code condition} lets through, by key. */
  static Map<Integer, String> titles(Database database, String condition) throws SQLException {
    Map<Integer, String> titles = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, title FROM page WHERE " + condition)) {
      while (rows.next()) {
        titles.put(rows.getInt(1), rows.getString(2));
      }
    }
    return titles;
  }
}
