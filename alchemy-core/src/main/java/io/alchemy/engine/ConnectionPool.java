package io.alchemy.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.alchemy.dialect.DriverSettings;
import io.alchemy.error.InvalidRequestException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An engine's own HikariCP pool. It is opened by the first connection that is asked for, and opens no connection before. */
final class ConnectionPool implements ConnectionSource {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final HikariConfig config;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable HikariDataSource pool;
  private volatile boolean closed;

  ConnectionPool(HikariConfig config) {
    this.config = config;
  }

  static HikariConfig configuration(
      EngineUrl url,
      @Nullable String username,
      @Nullable String password,
      DriverSettings settings,
      int size,
      Duration timeout) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("alchemy-" + COUNTER.incrementAndGet());
    config.setJdbcUrl(url.jdbcUrl());
    config.setUsername(username);
    config.setPassword(password);
    settings.properties().forEach(config::addDataSourceProperty);
    config.setConnectionTimeout(timeout.toMillis());
    config.setMaximumPoolSize(settings.singleConnection() ? 1 : size);
    config.setMinimumIdle(settings.singleConnection() ? 1 : 0);
    if (settings.singleConnection()) {
      config.setMaxLifetime(0);
      config.setIdleTimeout(0);
    }
    config.setInitializationFailTimeout(-1);
    return config;
  }

  @Override
  public Connection acquire() throws SQLException {
    HikariDataSource open = pool;
    return (open == null ? open() : open).getConnection();
  }

  private HikariDataSource open() {
    opening.lock();
    try {
      if (closed) {
        throw new InvalidRequestException(
            "the engine is closed; create a new one to connect again");
      }
      HikariDataSource open = pool;
      if (open == null) {
        open = new HikariDataSource(config);
        pool = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  @Override
  public void release(Connection connection) throws SQLException {
    connection.close();
  }

  /** Closes a connection for good: it is lost, or in a state that nobody should inherit. */
  void evict(Connection connection) {
    HikariDataSource open = pool;
    if (open != null) {
      open.evictConnection(connection);
    }
  }

  int size() {
    return config.getMaximumPoolSize();
  }

  Duration timeout() {
    return Duration.ofMillis(config.getConnectionTimeout());
  }

  PoolStatus status() {
    HikariDataSource open = pool;
    return status(open == null ? null : open.getHikariPoolMXBean(), size());
  }

  /** The status of a HikariCP pool; {@code bean} is null as long as it is not open. */
  static PoolStatus status(@Nullable HikariPoolMXBean bean, int size) {
    return bean == null
        ? new PoolStatus(0, 0, 0, size)
        : new PoolStatus(
            bean.getActiveConnections(),
            bean.getIdleConnections(),
            bean.getThreadsAwaitingConnection(),
            size);
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    opening.lock();
    try {
      closed = true;
      HikariDataSource open = pool;
      if (open != null) {
        open.close();
      }
    } finally {
      opening.unlock();
    }
  }
}
