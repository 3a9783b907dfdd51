package io.alchemy.engine;

import io.alchemy.dialect.Dialect;
import io.alchemy.engine.execution.StatementCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The driver's own connections behind those of the pool, whoever's it is: each is prepared for its dialect once, and keeps its prepared
 * statements where that pays. Those that the pool has closed are forgotten when a new one comes.
 */
final class PhysicalConnections {
  private final int cachedStatements;
  private final Map<Connection, Optional<StatementCache>> known = new IdentityHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param cachedStatements how many statements each connection keeps; 0 for none
   */
  PhysicalConnections(int cachedStatements) {
    this.cachedStatements = cachedStatements;
  }

  /** Sees to it that the connection behind {@code pooled} is prepared; its statements, or null where they are not kept. */
  @Nullable
  StatementCache prepare(Connection pooled, Dialect dialect) throws SQLException {
    Connection physical = physical(pooled);
    Optional<StatementCache> statements = find(physical);
    if (statements == null) {
      dialect.prepare(physical);
      statements = cachedStatements > 0 && dialect.keepsStatements(physical)
          ? Optional.of(new StatementCache(physical, cachedStatements))
          : Optional.empty();
      add(physical, statements);
    }
    return statements.orElse(null);
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

  @SuppressWarnings("NullAway") // null where it is not known yet
  private @Nullable Optional<StatementCache> find(Connection physical) {
    lock.lock();
    try {
      return known.get(physical);
    } finally {
      lock.unlock();
    }
  }

  private void add(Connection physical, Optional<StatementCache> statements) {
    lock.lock();
    try {
      known.keySet().removeIf(PhysicalConnections::isClosed);
      known.put(physical, statements);
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
