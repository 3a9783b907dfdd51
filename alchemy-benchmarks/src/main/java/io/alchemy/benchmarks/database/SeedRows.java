package io.alchemy.benchmarks.database;

import io.alchemy.benchmarks.wiki.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the tables and their first rows. */
final class SeedRows {
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final DatabaseKind kind;

  private SeedRows(Connection connection, DatabaseKind kind) {
    this.connection = connection;
    this.kind = kind;
  }

  /** Fills an empty database. */
  static void into(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      new SeedRows(connection, database.kind()).write();
    }
  }

  private interface Row {
    void bind(PreparedStatement statement, int number) throws SQLException;
  }

  private void write() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : schema().split(";\\s*")) {
        statement.execute(sql);
      }
    }
    rows(
        "INSERT INTO page (content, posted, title, heading) VALUES (?, ?, ?, ?)",
        Seed.PAGES,
        this::page);
    rows(
        "INSERT INTO comment (pageid, content, name, email, created) VALUES (?, ?, ?, ?, ?)",
        Seed.PAGES * Seed.COMMENTS_OF_A_PAGE,
        this::comment);
    rows(
        "INSERT INTO tag (name) VALUES (?)",
        Seed.TAGS,
        (statement, tag) -> statement.setString(1, Seed.tagName(tag)));
    rows(
        "INSERT INTO pagetag (pageid, tagid) VALUES (?, ?)",
        Seed.PAGES * Seed.TAGS_OF_A_PAGE,
        SeedRows::link);
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  private String schema() {
    String name = kind.label() + ".sql";
    try (InputStream resource = SeedRows.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private void rows(String sql, int count, Row row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int number = 1; number <= count; number++) {
        row.bind(statement, number);
        statement.addBatch();
        if (number % BATCH == 0 || number == count) {
          statement.executeBatch();
        }
      }
    }
  }

  private void page(PreparedStatement statement, int page) throws SQLException {
    statement.setString(1, Seed.contentOf(page));
    kind.dateTimes().bind(statement, 2, Seed.postedOf(page));
    statement.setString(3, Seed.titleOf(page));
    statement.setString(4, Seed.headingOf(page));
  }

  private void comment(PreparedStatement statement, int comment) throws SQLException {
    statement.setInt(1, Seed.pageOf(comment));
    statement.setString(2, Seed.remarkOf(comment));
    statement.setString(3, Seed.nameOf(comment));
    statement.setString(4, Seed.emailOf(comment));
    kind.dateTimes().bind(statement, 5, Seed.createdOf(comment));
  }

  private static void link(PreparedStatement statement, int number) throws SQLException {
    int page = 1 + (number - 1) / Seed.TAGS_OF_A_PAGE;
    statement.setInt(1, page);
    statement.setInt(2, Seed.tagOf(page, (number - 1) % Seed.TAGS_OF_A_PAGE));
  }
}
