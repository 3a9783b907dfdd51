package io.alchemy.spring.session;

import io.alchemy.engine.Connection;
import io.alchemy.engine.ConnectionSource;
import io.alchemy.orm.FlushMode;
import io.alchemy.orm.Session;
import io.alchemy.orm.SessionMaker;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.ResourceHolderSupport;

/**
 * The session of a transaction or of a web request, bound to the thread under its {@link SessionMaker}. It is opened when
 * first asked for, so that a request which needs no session costs none.
 *
 * <p>Within a transaction its statements run on the transaction's connection. Outside of one each takes a connection that commits
 * by itself and gives it back, and nothing is flushed.
 */
public class SessionHolder extends ResourceHolderSupport {
  private static final Logger log = LoggerFactory.getLogger(SessionHolder.class);

  private enum Phase {
    NO_TRANSACTION,
    ACTIVE,
    COMPLETED
  }

  private final SessionMaker maker;
  private final Statements statements = new Statements();
  private @Nullable Session session;
  private FlushMode flushMode = FlushMode.AUTO;
  private Phase phase = Phase.NO_TRANSACTION;
  private @Nullable ConnectionSource transaction;
  private boolean readOnly;

  public SessionHolder(SessionMaker maker) {
    this.maker = maker;
  }

  /** The session, opened if it is not open yet. */
  public Session session() {
    Session open = session;
    if (open == null) {
      open = maker.open(statements);
      flushMode = open.flushMode();
      open.flushMode(flushModeNow());
      session = open;
    }
    return open;
  }

  private FlushMode flushModeNow() {
    return phase == Phase.ACTIVE && !readOnly ? flushMode : FlushMode.MANUAL;
  }

  /** Whether a transaction has begun and its cleanup is still to come; a session alone is none. */
  public boolean isTransactionActive() {
    return phase != Phase.NO_TRANSACTION;
  }

  /** Whether changes made now will be written. */
  boolean isWriting() {
    return phase == Phase.ACTIVE;
  }

  /** Whether a flush failed, so that the transaction can only be rolled back. */
  public boolean isFailed() {
    return session != null && !session.isActive();
  }

  /**
   * A transaction begins. What the session read before is read anew, as others may have changed it since; what was changed and
   * not written yet stays, and becomes part of the transaction.
   *
   * @param connection where the transaction's connection comes from
   */
  public void begin(ConnectionSource connection, boolean readOnly) {
    this.transaction = connection;
    this.readOnly = readOnly;
    this.phase = Phase.ACTIVE;
    if (session != null) {
      session.expireUnchanged();
      session.flushMode(flushModeNow());
    }
  }

  public void flush() {
    if (session != null) {
      session.flush();
    }
  }

  /**
   * Writes what is left to write; in a read-only transaction warns of it by name instead. Whoever runs the transaction commits
   * then, and calls {@link #ended}.
   */
  public void prepareCommit() {
    if (session != null) {
      session.commit();
    }
  }

  /** The transaction was committed or rolled back, and the session's instances follow. */
  public void ended(boolean committed) {
    phase = Phase.COMPLETED;
    transaction = null;
    if (session != null) {
      try {
        session.transactionEnded(committed);
      } finally {
        session.flushMode(FlushMode.MANUAL);
      }
    }
  }

  /** The transaction is over and cleaned up: a session that was there before it goes on without one. */
  public void withoutTransaction() {
    phase = Phase.NO_TRANSACTION;
    transaction = null;
    readOnly = false;
    if (session != null) {
      session.flushMode(FlushMode.MANUAL);
    }
  }

  /** Closes the session, and says what was changed when nothing could be written any more. */
  public void close() {
    Session open = session;
    session = null;
    if (open == null) {
      return;
    }
    try {
      if (phase == Phase.COMPLETED && !readOnly) {
        warnOfLateChanges(open);
      }
    } finally {
      open.close();
    }
  }

  private static void warnOfLateChanges(Session session) {
    List<String> late = new ArrayList<>();
    session.newInstances().forEach(instance -> late.add("new " + name(instance)));
    session.dirty().stream()
        .filter(session::isModified)
        .forEach(instance -> late.add("changed " + name(instance)));
    if (!late.isEmpty()) {
      log.warn(
          "Instances were changed after their transaction was completed, which is not written: {}. Change them in a transaction"
              + " of its own (Propagation.REQUIRES_NEW), or before the commit.",
          String.join(", ", late));
    }
  }

  private static String name(Object instance) {
    return instance.getClass().getSimpleName();
  }

  /** Connections for the session's statements: the transaction's, or one for each. */
  private final class Statements implements ConnectionSource {
    private @Nullable ConnectionSource lender;
    private @Nullable Connection own;

    @Override
    public java.sql.Connection acquire() throws SQLException {
      ConnectionSource present = transaction;
      if (present != null) {
        java.sql.Connection jdbc = present.acquire();
        lender = present;
        return jdbc;
      }
      Connection single = maker.engine().connect().autocommit();
      own = single;
      return single.jdbc();
    }

    @Override
    public void release(java.sql.Connection jdbc) throws SQLException {
      ConnectionSource back = lender;
      lender = null;
      if (back != null) {
        back.release(jdbc);
        return;
      }
      Connection single = Objects.requireNonNull(own, "released, but not acquired");
      own = null;
      single.close();
    }

    @Override
    public boolean externalTransaction() {
      return true;
    }

    @Override
    public boolean perStatement() {
      return lender == null;
    }

    @Override
    public int secondsLeft() {
      return transaction == null ? 0 : transaction.secondsLeft();
    }
  }
}
