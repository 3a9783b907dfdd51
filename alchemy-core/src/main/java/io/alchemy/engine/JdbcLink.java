package io.alchemy.engine;

import io.alchemy.dialect.TransactionControl;
import io.alchemy.engine.PhysicalConnections.Physical;
import io.alchemy.engine.execution.StatementCache;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC connection behind a connection: taken when it is first needed, and given back as it came. What was changed on it
 * (auto-commit, isolation, read-only) is reset before it is given back; if that fails, it is discarded.
 */
final class JdbcLink {
  private final Engine engine;
  private final ConnectionSource source;
  private final long connectionId;
  private @Nullable Connection jdbc;
  private boolean usualAutoCommit;
  private @Nullable Integer usualIsolation;
  private boolean readOnly;
  private @Nullable IsolationLevel isolation;
  private boolean lost;
  private @Nullable Physical physical;
  private @Nullable Thread holder;
  private long heldSince;
  private @Nullable Throwable takenAt;
  private int place = Leases.NOWHERE;

  JdbcLink(Engine engine, ConnectionSource source, long connectionId) {
    this.engine = engine;
    this.source = source;
    this.connectionId = connectionId;
  }

  boolean isExternal() {
    return source.externalTransaction();
  }

  boolean isPerStatement() {
    return source.perStatement();
  }

  int secondsLeft() {
    return source.secondsLeft();
  }

  boolean isTaken() {
    return jdbc != null;
  }

  @Nullable
  IsolationLevel isolation() {
    return isolation;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  long connectionId() {
    return connectionId;
  }

  /**
   * The JDBC connection was taken by this thread.
   *
   * @param at where, if that is recorded
   */
  void leased(@Nullable Throwable at) {
    holder = Thread.currentThread();
    heldSince = System.nanoTime();
    takenAt = at;
  }

  /** The thread that took the JDBC connection; null if none was taken. */
  @Nullable
  Thread holder() {
    return holder;
  }

  /** Where the leases keep it. */
  int place() {
    return place;
  }

  void place(int index) {
    place = index;
  }

  /** When it was taken, in nanoseconds of the system's own. */
  long heldSince() {
    return heldSince;
  }

  @Nullable
  Throwable takenAt() {
    return takenAt;
  }

  /** Every link is another, and has its number already; the JVM's own would have to be made for each. */
  @Override
  public int hashCode() {
    return Long.hashCode(connectionId);
  }

  /** The JDBC connection, taken now if it has not been. */
  Connection take() throws SQLException {
    Connection taken = jdbc;
    if (taken == null) {
      taken = source.acquire();
      jdbc = taken;
      if (!isExternal()) {
        engine.leases().taken(this);
      }
      lost = true;
      try {
        physical = engine.physicalConnections().prepare(taken, engine.dialect());
        if (!isExternal()) {
          usualAutoCommit = taken.getAutoCommit();
          applySettings(taken);
        }
        lost = false;
      } finally {
        if (lost) {
          release(false);
        }
      }
    }
    return taken;
  }

  /** The statements that the JDBC connection keeps; null where it keeps none. */
  @Nullable
  StatementCache statements() {
    return physical == null ? null : physical.statements();
  }

  /** How many statements that only read may run before a transaction must begin for the next. */
  int readsBeforeBegin() {
    return physical == null || isolation != null || !usualAutoCommit
        ? 0
        : physical.readsBeforeBegin();
  }

  private void applySettings(Connection taken) throws SQLException {
    if (isolation != null) {
      usualIsolation = taken.getTransactionIsolation();
      taken.setTransactionIsolation(isolation.jdbcLevel());
    }
    if (readOnly) {
      control().readOnly(taken, true);
    }
  }

  private TransactionControl control() {
    return engine.dialect().transactionControl();
  }

  void setIsolation(IsolationLevel level) throws SQLException {
    if (jdbc != null) {
      if (usualIsolation == null) {
        usualIsolation = jdbc.getTransactionIsolation();
      }
      jdbc.setTransactionIsolation(level.jdbcLevel());
    }
    isolation = level;
  }

  void setReadOnly(boolean on) throws SQLException {
    if (jdbc != null && on != readOnly) {
      control().readOnly(jdbc, on);
    }
    readOnly = on;
  }

  void setAutoCommit(Connection taken, boolean on) throws SQLException {
    if (taken.getAutoCommit() != on) {
      taken.setAutoCommit(on);
    }
  }

  /** The connection is gone: it must not go back to the pool. */
  void lost() {
    lost = true;
  }

  /**
   * Resets and gives back the connection; whatever fails, it is out of our hands afterwards.
   *
   * @param clean whether no transaction is left on it
   * @return the first error, or null
   */
  @Nullable
  Exception release(boolean clean) {
    Connection taken = jdbc;
    if (taken == null) {
      return null;
    }
    jdbc = null;
    physical = null;
    engine.leases().returned(this);
    Exception failure = null;
    if (!isExternal()) {
      boolean reusable = clean && !lost;
      if (reusable) {
        try {
          reset(taken);
        } catch (SQLException | RuntimeException error) {
          failure = error;
          reusable = false;
        }
      }
      if (!reusable) {
        engine.discard(taken);
      }
    }
    usualIsolation = null;
    try {
      source.release(taken);
    } catch (SQLException | RuntimeException error) {
      if (failure == null) {
        failure = error;
      } else {
        failure.addSuppressed(error);
      }
    }
    return failure;
  }

  private void reset(Connection taken) throws SQLException {
    if (readOnly) {
      control().readOnly(taken, false);
    }
    if (usualIsolation != null) {
      taken.setTransactionIsolation(usualIsolation);
    }
    setAutoCommit(taken, usualAutoCommit);
  }
}
