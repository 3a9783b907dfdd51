package io.alchemy.engine;

import io.alchemy.dialect.Dialect;
import io.alchemy.engine.execution.StatementCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The driver's own connections behind those of the pool, whoever's it is: each is prepared for its dialect once, and keeps its prepared
 * statements where that pays. Those that the pool has closed are forgotten when a new one comes.
 */
final class PhysicalConnections {
  private final int cachedStatements;

  /** Copied when a connection comes, so that a check-out takes no lock to find it. */
  private volatile Map<Connection, Physical> known = new IdentityHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param cachedStatements how many statements each connection keeps; 0 for none
   */
  PhysicalConnections(int cachedStatements) {
    this.cachedStatements = cachedStatements;
  }

  /**
   * What is known of a connection.
   *
   * @param statements those that it keeps; null where it keeps none
   * @param readsBeforeBegin see {@link io.alchemy.dialect.TransactionControl#readsBeforeBegin}
   */
  record Physical(@Nullable StatementCache statements, int readsBeforeBegin) {}

  /** Sees to it that the connection behind {@code pooled} is prepared. */
  Physical prepare(Connection pooled, Dialect dialect) throws SQLException {
    Connection connection = physical(pooled);
    Physical physical = known.get(connection);
    if (physical == null) {
      dialect.prepare(connection);
      boolean keeps = cachedStatements > 0
          && dialect.keepsStatements(connection)
          && isPooledAlone(pooled, connection);
      physical = new Physical(
          keeps ? new StatementCache(connection, cachedStatements) : null,
          dialect.transactionControl().readsBeforeBegin(connection));
      add(connection, physical);
    }
    return physical;
  }

  /**
   * Whether there is nothing around the driver's connection but HikariCP, which misses nothing when statements pass it by: what logs or
   * traces statements, or moves them to another server, is to see them.
   */
  private static boolean isPooledAlone(Connection pooled, Connection connection)
      throws SQLException {
    return pooled == connection
        || pooled.getClass().getName().startsWith("com.zaxxer.hikari.")
            && pooled.unwrap(Connection.class) == connection;
  }

  /** Pools wrap, and wrap each other. */
  private static Connection physical(Connection pooled) throws SQLException {
    Connection inner = pooled;
    while (inner.isWrapperFor(Connection.class)) {
      Connection next = inner.unwrap(Connection.class);
      if (next == inner) {
        break;
      }
      inner = next;
    }
    return inner;
  }

  private void add(Connection connection, Physical physical) {
    lock.lock();
    try {
      Map<Connection, Physical> open = new IdentityHashMap<>();
      for (Map.Entry<Connection, Physical> one : known.entrySet()) {
        if (!isClosed(one.getKey())) {
          open.put(one.getKey(), one.getValue());
        }
      }
      open.put(connection, physical);
      known = open;
    } finally {
      lock.unlock();
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }
}
