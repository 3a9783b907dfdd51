package io.alchemy.orm;

import io.alchemy.engine.Connection;
import io.alchemy.engine.ConnectionSource;
import io.alchemy.engine.Engine;
import io.alchemy.engine.Retry;
import io.alchemy.engine.Work;
import io.alchemy.engine.WorkResult;
import io.alchemy.error.AlchemyException;
import io.alchemy.orm.loading.EntityLoader;
import io.alchemy.orm.mapping.Mappers;
import io.alchemy.orm.unitofwork.Connections;
import io.alchemy.orm.unitofwork.FlushSchema;
import io.alchemy.orm.unitofwork.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Opens sessions that share a registry, an engine and settings. Made once; safe for use by many threads. */
public final class SessionMaker {
  private final Registry registry;
  private final Engine engine;
  private final boolean autoflush;
  private final boolean expireOnCommit;
  private final Connections connections;
  private final AtomicInteger openSessions = new AtomicInteger();
  private volatile @Nullable Parts parts;

  /** What all sessions share, made when the first one opens, as the registry is complete only then. */
  private record Parts(Mappers mappers, EntityLoader loader, FlushSchema schema) {}

  private SessionMaker(Builder builder) {
    this.registry = builder.registry;
    this.engine = builder.engine;
    this.connections = new Connections(engine::connect, Connection::close, false);
    this.autoflush = builder.autoflush;
    this.expireOnCommit = builder.expireOnCommit;
  }

  public static Builder builder(Registry registry, Engine engine) {
    return new Builder(registry, engine);
  }

  public Registry registry() {
    return registry;
  }

  public Engine engine() {
    return engine;
  }

  /**
   * How many sessions of this maker were opened and not closed, for tests that nothing is left open. One that was dropped
   * without being closed still counts.
   */
  public int openSessions() {
    return openSessions.get();
  }

  /** A new session. It has no connection before its first statement; close it. */
  public Session open() {
    return open(connections);
  }

  /**
   * A new session on connections that somebody else provides, such as a framework that binds them to transactions of its
   * own. If the source says that the transaction is external, the session's {@code commit} only flushes, its {@code
   * rollback} is about memory alone, and {@link Session#transactionEnded} tells it how things went.
   */
  public Session open(ConnectionSource source) {
    return open(new Connections(
        () -> engine.connect(source), Connection::close, source.externalTransaction()));
  }

  private OpenSession open(Connections from) {
    Parts shared = parts();
    UnitOfWork work = new UnitOfWork(shared.mappers(), shared.loader(), shared.schema(), from);
    work.flushMode(autoflush ? FlushMode.AUTO : FlushMode.COMMIT);
    work.transactions().expireOnCommit(expireOnCommit);
    return new OpenSession(work, openSessions);
  }

  private Parts parts() {
    Parts made = parts;
    if (made == null) {
      Mappers mappers = registry.mappers();
      parts = made = new Parts(mappers, new EntityLoader(), new FlushSchema(mappers));
    }
    return made;
  }

  /**
   * Runs {@code work} with a session of its own, commits and closes it; any exception rolls back. Unchecked exceptions
   * reach the caller as they are, checked ones as the cause of an {@link AlchemyException}.
   */
  public void transaction(Work<? super Session> work) {
    transactionResult(session -> {
      work.run(session);
      return Boolean.TRUE;
    });
  }

  /** As {@link #transaction(Work)}, with a value. */
  public <T extends @Nullable Object> T transactionResult(
      WorkResult<? super Session, ? extends T> work) {
    try (Session session = open()) {
      T result = run(session, work);
      session.commit();
      return result;
    }
  }

  /**
   * As {@link #transaction(Work)}, run again as {@code retry} says when it loses against another transaction: each time
   * with a fresh session, so the work must look up its instances itself.
   */
  public void transaction(Retry retry, Work<? super Session> work) {
    retry.run(() -> {
      transaction(work);
      return Boolean.TRUE;
    });
  }

  /** As {@link #transaction(Retry, Work)}, with a value. */
  public <T extends @Nullable Object> T transactionResult(
      Retry retry, WorkResult<? super Session, ? extends T> work) {
    return retry.<T>run(() -> transactionResult(work));
  }

  /**
   * Runs {@code work} with a session of its own on a read-only connection, and commits nothing. What was loaded stays
   * readable. Changes that are left behind are not written, and are warned of by name.
   *
   * @throws io.alchemy.error.InvalidRequestException when it tries to write
   */
  public <T extends @Nullable Object> T read(WorkResult<? super Session, ? extends T> work) {
    return engine.read(connection -> {
      Connections only = new Connections(() -> connection, same -> {}, false);
      try (OpenSession session = open(only)) {
        session.flushMode(FlushMode.MANUAL);
        T result = work.run(session);
        session.warnOfChanges();
        return result;
      }
    });
  }

  private static <T extends @Nullable Object> T run(
      Session session, WorkResult<? super Session, ? extends T> work) {
    try {
      return work.run(session);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new AlchemyException("The work of a transaction failed: " + e, e);
    }
  }

  /** Settings of a {@link SessionMaker}. */
  public static final class Builder {
    private final Registry registry;
    private final Engine engine;
    private boolean autoflush = true;
    private boolean expireOnCommit = true;

    private Builder(Registry registry, Engine engine) {
      this.registry = registry;
      this.engine = engine;
    }

    /** Whether queries flush first what could reach them; true at first. */
    public Builder autoflush(boolean on) {
      autoflush = on;
      return this;
    }

    /** Whether a commit makes persistent instances out of date, so that the next read reloads them; true at first. */
    public Builder expireOnCommit(boolean on) {
      expireOnCommit = on;
      return this;
    }

    public SessionMaker build() {
      return new SessionMaker(this);
    }
  }
}
