package io.alchemy.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server of this JVM: started by whoever needs it first, stopped with the JVM. */
final class PostgresqlServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresqlServer() {}

  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
  }

  static String createDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    run("CREATE DATABASE " + name);
    return name;
  }

  static void dropDatabase(String name) {
    run("DROP DATABASE " + name + " WITH (FORCE)");
  }

  static String url(String database) {
    return "postgresql://postgres:postgres@localhost:" + Running.SERVER.getPort() + "/" + database;
  }

  private static void run(String sql) {
    try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException error) {
      throw new IllegalStateException(sql, error);
    }
  }
}
