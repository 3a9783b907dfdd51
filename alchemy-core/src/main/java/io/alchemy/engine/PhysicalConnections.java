package io.alchemy.engine;

import io.alchemy.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The driver's own connections that were seen behind a pool's, so that each is prepared for its dialect once, whoever pools it. Weak:
 * what the pool retires is forgotten.
 */
final class PhysicalConnections {
  private final Set<Connection> seen = Collections.newSetFromMap(new WeakHashMap<>());
  private final ReentrantLock lock = new ReentrantLock();

  void prepare(Connection pooled, Dialect dialect) throws SQLException {
    Connection physical =
        pooled.isWrapperFor(Connection.class) ? pooled.unwrap(Connection.class) : pooled;
    if (add(physical)) {
      boolean prepared = false;
      try {
        dialect.prepare(physical);
        prepared = true;
      } finally {
        if (!prepared) {
          remove(physical);
        }
      }
    }
  }

  private boolean add(Connection physical) {
    lock.lock();
    try {
      return seen.add(physical);
    } finally {
      lock.unlock();
    }
  }

  private void remove(Connection physical) {
    lock.lock();
    try {
      seen.remove(physical);
    } finally {
      lock.unlock();
    }
  }
}
