package io.alchemy.benchmarks.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.wiki.PlainPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Raw JDBC for many threads: a pool, and beside it the prepared statements of each of its connections. */
public final class PooledJdbc {
  private final HikariDataSource pool;
  private final DatabaseKind kind;
  private final Map<Connection, JdbcStack> stacks = new ConcurrentHashMap<>();

  public PooledJdbc(Database database) {
    this.pool = database.pool();
    this.kind = database.kind();
  }

  /** Of the connection within the pool's wrapper, which is another one each time. */
  private JdbcStack of(Connection pooled) throws SQLException {
    return stacks.computeIfAbsent(
        pooled.unwrap(Connection.class),
        connection -> new JdbcStack(connection, kind, Statements.Keeping.OPEN));
  }

  public @Nullable PlainPage page(int id) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return of(connection).page(id);
    }
  }

  public List<PlainPage> pages(int first, int last) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return of(connection).pages(first, last);
    }
  }
}
