package io.alchemy.benchmarks.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Hands out seeded databases of one kind; closing throws them away. */
public interface Databases extends AutoCloseable {
  static Databases of(DatabaseKind kind) throws IOException, SQLException {
    return switch (kind) {
      case SQLITE -> new SqliteFiles();
      case H2 -> new H2Memory();
      case POSTGRESQL -> new PostgresqlServer();
    };
  }

  /**
   * The URL of a database of its own, seeded.
   *
   * @param name of letters, digits and underscores; not given before
   */
  String fresh(String name) throws IOException, SQLException;

  /** The database's name and version, as {@code PostgreSQL 18.1}. */
  default String product() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url())) {
      DatabaseMetaData product = connection.getMetaData();
      String version = product.getDatabaseProductVersion();
      return product.getDatabaseProductName() + " " + version.replaceFirst(" .*", "");
    }
  }

  /** The URL of a database that nothing is measured on. */
  String url();

  @Override
  void close() throws IOException;
}
