package io.alchemy.orm.unitofwork;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Transaction;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.PendingRollbackException;
import io.alchemy.orm.FlushMode;
import io.alchemy.orm.instrument.InstanceState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's transaction: begun by the first thing that needs it, with a connection from the first statement on, and
 * savepoints stacked upon it. The connection goes back when the transaction ends.
 */
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger("alchemy.orm");

  private final UnitOfWork work;
  private final Connections connections;
  private boolean expireOnCommit = true;
  private @Nullable SessionTransaction current;
  private @Nullable Connection connection;

  Transactions(UnitOfWork work, Connections connections) {
    this.work = work;
    this.connections = connections;
  }

  private Restoration restoration() {
    return new Restoration(work);
  }

  public void expireOnCommit(boolean on) {
    expireOnCommit = on;
  }

  /** Whether a transaction has begun. */
  public boolean isBegun() {
    return current != null || connection != null;
  }

  /** Whether a flush failed, and a rollback is due. */
  public boolean isFailed() {
    return current != null && current.failure() != null;
  }

  /** Refuses to go on after a failed flush. */
  public void checkActive(String operation) {
    Throwable failure = current == null ? null : current.failure();
    if (failure != null) {
      boolean nested = current != null && current.isNested();
      throw new PendingRollbackException(
          operation
              + " cannot go on: a flush failed, and what it had written was rolled back. Call rollback() on the "
              + (nested ? "savepoint (or the session)" : "session")
              + " first; then it is as good as before. The flush failed with: "
              + failure.getMessage(),
          failure);
    }
  }

  /** The innermost level, begun if there is none. */
  SessionTransaction current() {
    SessionTransaction level = current;
    if (level == null) {
      current = level = new SessionTransaction(null, null);
    }
    return level;
  }

  public void begin() {
    current();
  }

  /** The transaction's connection, taken now if it was not needed before. */
  public Connection connection() {
    checkActive("a statement");
    Connection open = connection;
    if (open == null) {
      connection = open = connections.open().get();
    }
    return open;
  }

  /** Flushes, and sets a savepoint. */
  public Transaction beginNested() {
    checkActive("beginNested");
    work.flush();
    SessionTransaction level = new SessionTransaction(current(), connection().beginNested());
    current = level;
    return new Savepoint(level);
  }

  /** Flushes and commits everything, open savepoints included. */
  public void commit() {
    checkActive("commit");
    flushForCommit();
    if (current == null) {
      begin();
    }
    while (current != null && current.isNested()) {
      release(current);
    }
    if (connections.outer()) {
      return;
    }
    if (connection != null) {
      try {
        connection.commit();
      } catch (RuntimeException | Error e) {
        rollbackAfter(e);
        throw e;
      }
    }
    ended(true);
  }

  private void flushForCommit() {
    if (work.flushMode() != FlushMode.MANUAL) {
      work.flush();
    } else {
      warnOfChanges();
    }
  }

  /** Says by name what a session that does not flush leaves unwritten. */
  public void warnOfChanges() {
    if (work.hasChanges()) {
      LOG.warn(
          "A transaction ended with changes that were not flushed, and are not written: {}. "
              + "The session's flush mode is MANUAL, as in a read-only transaction.",
          work.waiting().names());
    }
  }

  /** Rolls everything back, savepoints included: in the database, and then in memory. */
  public void rollback() {
    SessionTransaction root = toRoot();
    try {
      if (connection != null && !connections.outer() && !root.isRolledBack()) {
        connection.rollback();
      }
    } finally {
      current = null;
      restoration().restore(root);
      releaseConnection();
    }
  }

  private void rollbackAfter(Throwable cause) {
    try {
      rollback();
    } catch (RuntimeException | Error e) {
      cause.addSuppressed(e);
    }
  }

  /** A transaction that somebody else runs has ended: memory follows. */
  public void ended(boolean committed) {
    SessionTransaction root = toRoot();
    current = null;
    try {
      if (committed) {
        restoration().forgetDeleted(root);
        if (expireOnCommit) {
          Expiry.expireAll(work);
        }
      } else {
        restoration().restore(root);
      }
    } finally {
      releaseConnection();
    }
  }

  /** Gives everything up, quietly: uncommitted work is rolled back, but nothing expires. */
  void close() {
    boolean hasOnlyRead = current == null && work.pending().isEmpty();
    SessionTransaction root = hasOnlyRead ? null : toRoot();
    current = null;
    try {
      if (!connections.outer()) {
        if (root != null) {
          restoration().restoreInserted(root);
        }
        if (connection != null) {
          connection.rollback();
        }
      }
    } finally {
      if (root != null) {
        restoration().detachDeleted(root);
      }
      releaseConnection();
    }
  }

  /** The whole transaction, its savepoints merged into it. */
  private SessionTransaction toRoot() {
    SessionTransaction level = current();
    for (SessionTransaction parent = level.parent(); parent != null; parent = level.parent()) {
      level.mergeIntoParent();
      level = parent;
    }
    return level;
  }

  private void releaseConnection() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      connections.release().accept(open);
    }
  }

  /** The flush did not get through: its level is rolled back in the database, and waits for its rollback in memory. */
  void flushFailed(Throwable cause) {
    SessionTransaction level = current();
    level.failed(cause);
    try {
      if (level.savepoint() != null) {
        level.savepoint().rollback();
        level.rolledBack();
      } else if (connection != null && !connections.outer()) {
        connection.rollback();
        level.rolledBack();
      }
    } catch (RuntimeException | Error e) {
      cause.addSuppressed(e);
    }
  }

  /** An instance was read: inside a savepoint, it has what was there then. */
  void loaded(InstanceState state) {
    if (current != null && current.isNested()) {
      current.loaded(state);
    }
  }

  void forget(InstanceState state) {
    for (SessionTransaction level = current; level != null; level = level.parent()) {
      level.forget(state);
    }
  }

  private void release(SessionTransaction level) {
    if (level.savepoint() != null) {
      level.savepoint().commit();
    }
    level.mergeIntoParent();
    current = level.parent();
  }

  private boolean isOpen(SessionTransaction level) {
    for (SessionTransaction open = current; open != null; open = open.parent()) {
      if (open == level) {
        return true;
      }
    }
    return false;
  }

  /** What {@link #beginNested} gives: ends its level, and those inside it. */
  private final class Savepoint implements Transaction {
    private final SessionTransaction level;

    Savepoint(SessionTransaction level) {
      this.level = level;
    }

    @Override
    public void commit() {
      work.enter("the commit of a savepoint");
      try {
        requireOpen("commit");
        checkActive("commit");
        flushForCommit();
        while (current != null && current != level) {
          Transactions.this.release(current);
        }
        Transactions.this.release(level);
      } finally {
        work.exit();
      }
    }

    @Override
    public void rollback() {
      work.enter("the rollback of a savepoint");
      try {
        requireOpen("rollback");
        while (current != null && current != level) {
          current.mergeIntoParent();
          current = current.parent();
        }
        try {
          if (level.savepoint() != null && !level.isRolledBack()) {
            level.savepoint().rollback();
          }
        } finally {
          current = level.parent();
          restoration().restore(level);
        }
      } finally {
        work.exit();
      }
    }

    @Override
    public void close() {
      if (isOpen(level)) {
        rollback();
      }
    }

    private void requireOpen(String operation) {
      if (!isOpen(level)) {
        throw new InvalidRequestException(
            operation
                + " was called on a savepoint that has ended, by itself or with the transaction around it.");
      }
    }
  }
}
