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
  private @Nullable HikariDataSource pool;
  private @Nullable Connection connection;

  private Database(String url, @Nullable StatementCount count, int connections) {
    this.url = url;
    this.kind = DatabaseKind.ofUrl(url);
    this.count = count;
    this.connections = connections;
  }

  public static Database at(String url) {
    return new Database(url, null, 2);
  }

  /** The same, whose pools have so many connections. */
  public Database withPoolsOf(int connectionsEach) {
    return new Database(url, count, connectionsEach);
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
    Connection opened = DriverManager.getConnection(url);
    connection = opened;
    return count == null ? opened : count.watch(opened);
  }

  /** A pool as all stacks have it that want one. The caller closes it. */
  public HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    if (count == null) {
      config.setJdbcUrl(url);
      if (kind == DatabaseKind.POSTGRESQL) {
        // Its driver makes one statement of a batch of inserts, unless it is to give their keys.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
      }
    } else {
      config.setDataSource(new CountingDataSource(this));
    }
    HikariDataSource made = new HikariDataSource(config);
    pool = made;
    return made;
  }

  /**
   * Runs SQL that is no part of what is measured, on the stack's own connection if it has one: whatever another connection writes makes
   * SQLite read all pages again, which took a stack that inserts in few statements as long as the inserts.
   */
  public void maintain(String... statements) {
    try {
      if (pool != null && !pool.isClosed()) {
        try (Connection pooled = pool.getConnection()) {
          run(pooled, statements);
        }
      } else if (connection != null && !connection.isClosed()) {
        run(connection, statements);
      } else {
        try (Connection opened = DriverManager.getConnection(url)) {
          run(opened, statements);
        }
      }
    } catch (SQLException error) {
      throw new IllegalStateException("cannot maintain " + url, error);
    }
  }

  /**
   * Lets PostgreSQL forget rows that were deleted, before another workload begins. Whoever inserted more had more of them, and then took
   * longer to read: three times as long for a search, after ten times the inserts.
   */
  public void tidy() throws SQLException {
    if (kind == DatabaseKind.POSTGRESQL) {
      try (Connection opened = DriverManager.getConnection(url);
          Statement statement = opened.createStatement()) {
        statement.execute("VACUUM");
      }
    }
  }

  private static void run(Connection on, String... statements) throws SQLException {
    try (Statement statement = on.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    if (!on.getAutoCommit()) {
      on.commit();
    }
  }
}
