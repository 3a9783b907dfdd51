package io.alchemy.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * SQLite files with a write-ahead log, copied from one that is seeded once. Nobody waits for the disk ({@code synchronous=OFF}): what
 * is measured is the libraries.
 */
final class SqliteFiles implements Databases {
  private static final String SETTINGS =
      "?journal_mode=WAL&synchronous=OFF&foreign_keys=on&busy_timeout=5000";

  /** Samples of values let SQLite plan a kept statement anew for some parameters, and keep the bad plan for all others. */
  private static final String FORGET_SAMPLES = "DELETE FROM sqlite_stat4";

  private final TemporaryFolder folder = TemporaryFolder.create();
  private final Path template;

  SqliteFiles() throws IOException, SQLException {
    template = folder.path().resolve("template.db");
    Database database = Database.at(url(template));
    SeedRows.into(database);
    database.maintain(FORGET_SAMPLES, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file + SETTINGS;
  }

  @Override
  public String fresh(String name) throws IOException {
    return url(Files.copy(template, folder.path().resolve(name + ".db")));
  }

  @Override
  public String url() {
    return url(template);
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
