package io.alchemy.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One seeded database, as the stack that it belongs to sees it. */
public final class Database {
  private final String url;
  private final DatabaseKind kind;
  private final @Nullable StatementCount count;
  private final int connections;

  private Database(String url, @Nullable StatementCount count, int connections) {
    this.url = url;
    this.kind = DatabaseKind.ofUrl(url);
    this.count = count;
    this.connections = connections;
  }

  public static Database at(String url) {
    return new Database(url, null, 2);
  }

  /** The same, whose pools have more connections. */
  public Database with(int moreConnections) {
    return new Database(url, count, moreConnections);
  }

  /** The same, whose connections count their statements. Only to verify with: proxies cost time. */
  public Database counting(StatementCount watching) {
    return new Database(url, watching, connections);
  }

  public DatabaseKind kind() {
    return kind;
  }

  public String url() {
    return url;
  }

  /** A connection of the driver's own, with no pool around it. */
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    return count == null ? connection : count.watch(connection);
  }

  /** A pool as all stacks have it that want one. The caller closes it. */
  public HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    if (count == null) {
      config.setJdbcUrl(url);
    } else {
      config.setDataSource(new CountingDataSource(this));
    }
    return new HikariDataSource(config);
  }

  /** Runs SQL that is no part of what is measured. */
  public void maintain(String... statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException error) {
      throw new IllegalStateException("cannot maintain " + url, error);
    }
  }
}
