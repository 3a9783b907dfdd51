package io.alchemy.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Databases of a PostgreSQL server, made from a template that is seeded once. The server is the one that {@code BENCHMARK_POSTGRESQL}
 * names (a JDBC URL of a database from which others can be created), else one that is started here and does not wait for the disk.
 */
final class PostgresqlServer implements Databases {
  private static final String TEMPLATE = "benchmark_template";

  private final @Nullable EmbeddedPostgres embedded;
  private final String url;
  private final List<String> made = new ArrayList<>();

  PostgresqlServer() throws IOException, SQLException {
    String given = System.getenv("BENCHMARK_POSTGRESQL");
    embedded = given == null || given.isEmpty() ? start() : null;
    url = embedded == null ? given : embedded.getJdbcUrl("postgres", "postgres");
    create(TEMPLATE, "");
    Database template = Database.at(of(TEMPLATE));
    SeedRows.into(template);
    template.maintain("VACUUM ANALYZE");
  }

  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "off")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("autovacuum", "off")
        .start();
  }

  private void create(String name, String options) throws SQLException {
    run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    run("CREATE DATABASE " + name + options);
    made.add(name);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The server's URL with another database. */
  private String of(String database) {
    int path = url.indexOf('/', url.indexOf("//") + 2);
    int query = url.indexOf('?');
    return url.substring(0, path + 1) + database + (query < 0 ? "" : url.substring(query));
  }

  @Override
  public String fresh(String name) throws SQLException {
    create("benchmark_" + name, " TEMPLATE " + TEMPLATE);
    return of("benchmark_" + name);
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
      return;
    }
    for (String name : made) {
      try {
        run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      } catch (SQLException error) {
        throw new IOException("cannot drop the database " + name, error);
      }
    }
  }
}
