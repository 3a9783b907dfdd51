package io.alchemy.engine;

import io.alchemy.compile.Capability;
import io.alchemy.dialect.TransactionControl;
import io.alchemy.engine.TransactionEvent.Kind;
import io.alchemy.engine.execution.Effect;
import io.alchemy.engine.execution.Parameters;
import io.alchemy.engine.execution.StatementCache;
import io.alchemy.engine.execution.StatementScope;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.TransactionAbortedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a connection: begun by its first statement, ended by commit, rollback or close. While statements only read
 * what they would see without one too, the database is not told of it: see {@link TransactionControl#readsBeforeBegin}.
 *
 * <p>A transaction that was declared to write, or whose first statement writes, begins as a writer. One that only read so far and is
 * refused its first write, because the database cannot turn a reader into a writer now, is ended and begun again as a writer, once,
 * and the statement runs again: what was read before is then as old as under READ COMMITTED. Under an isolation level that was asked
 * for and forbids this, the error reaches the caller.
 */
final class ConnectionTransaction implements StatementScope {
  private final Engine engine;
  private final JdbcLink link;
  private final OpenResults results;
  private List<String> savepoints = List.of();
  private boolean active;
  private boolean begun;
  private int reads;
  private boolean declaredWriter;
  private boolean writer;
  private boolean wrote;
  private boolean autocommit;
  private int savepointCount;
  private int openStatements;
  private long generation;
  private @Nullable DatabaseException firstFailure;

  ConnectionTransaction(Engine engine, JdbcLink link, OpenResults results) {
    this.engine = engine;
    this.link = link;
    this.results = results;
  }

  @Override
  public long connectionId() {
    return link.connectionId();
  }

  @Override
  public int secondsLeft() {
    return link.secondsLeft();
  }

  boolean isActive() {
    return active;
  }

  boolean isAutocommit() {
    return autocommit;
  }

  /** Which of the connection's transactions this is: a handle of an earlier one must not end a later one. */
  long generation() {
    return generation;
  }

  void autocommit(boolean on) {
    autocommit = on;
  }

  /** The next transaction is one that writes: it begins as a writer at its first statement. */
  void declareWriter() {
    declaredWriter = true;
  }

  private TransactionControl control() {
    return engine.dialect().transactionControl();
  }

  Connection jdbc() {
    try {
      return link.take();
    } catch (SQLException error) {
      throw engine.cannotConnect(error);
    }
  }

  @Override
  public Connection begin(Effect effect) {
    Connection jdbc = jdbc();
    if (begun || link.isExternal()) {
      return jdbc;
    }
    if (!active) {
      if (autocommit && !declaredWriter) {
        beginNothing(jdbc);
        return jdbc;
      }
      active = true;
      wrote = false;
      reads = 0;
      generation++;
    }
    if (effect == Effect.READS_TABLES && !declaredWriter && reads < link.readsBeforeBegin()) {
      reads++;
      beginNothing(jdbc);
      return jdbc;
    }
    begin(jdbc, !link.isReadOnly() && (effect.writes() || declaredWriter));
    return jdbc;
  }

  /** Drivers begin by themselves where auto-commit is off, as an earlier transaction leaves it. */
  private void beginNothing(Connection jdbc) {
    try {
      link.setAutoCommit(jdbc, true);
    } catch (SQLException error) {
      throw translate(error, "BEGIN", List.of());
    }
  }

  private void begin(Connection jdbc, boolean asWriter) {
    long started = System.nanoTime();
    try {
      control().begin(jdbc, asWriter);
    } catch (SQLException error) {
      active = reads > 0;
      throw translate(error, "BEGIN", List.of());
    }
    begun = true;
    writer = asWriter;
    declaredWriter = false;
    tell(Kind.BEGIN, null, started);
  }

  @Override
  public @Nullable StatementCache statements() {
    return link.statements();
  }

  @Override
  public void opened() {
    openStatements++;
  }

  @Override
  public void closed() {
    if (--openStatements == 0 && !active && link.isPerStatement()) {
      release(true);
    }
  }

  /** Gives the JDBC connection back. */
  private void release(boolean clean) {
    Exception failure = link.release(clean);
    if (failure instanceof SQLException error) {
      throw translate(error, "close", List.of());
    }
    if (failure instanceof RuntimeException error) {
      throw error;
    }
  }

  @Override
  public void ran(boolean writes) {
    wrote |= writes;
  }

  @Override
  public boolean retryAsWriter(SQLException error) {
    if (!begun || writer || wrote || link.isReadOnly() || !control().refusesUpgrade(error)) {
      return false;
    }
    IsolationLevel isolation = link.isolation();
    boolean snapshotAskedFor =
        isolation == IsolationLevel.REPEATABLE_READ || isolation == IsolationLevel.SERIALIZABLE;
    if (snapshotAskedFor || !results.isEmpty() || !savepoints.isEmpty()) {
      return false;
    }
    try {
      Connection jdbc = link.take();
      control().rollback(jdbc);
      begun = false;
      active = false;
      control().begin(jdbc, true);
      begun = true;
      active = true;
      writer = true;
      return true;
    } catch (SQLException second) {
      error.addSuppressed(second);
      return false;
    }
  }

  void commit() {
    refuseIfExternal("commit");
    end(
        Kind.COMMIT,
        "the result was closed when its connection committed; read it before, with all() for instance");
  }

  void rollback() {
    if (link.isExternal()) {
      return;
    }
    end(
        Kind.ROLLBACK,
        "the result was closed when its connection rolled back; read it before, with all() for instance");
  }

  private void refuseIfExternal(String what) {
    if (link.isExternal()) {
      throw new InvalidRequestException(
          "this connection takes part in a transaction that somebody else began, who must also end it; it cannot "
              + what);
    }
  }

  private void end(Kind kind, String because) {
    declaredWriter = false;
    RuntimeException failure = results.close(because);
    if (!begun) {
      active = false;
      if (failure != null) {
        throw failure;
      }
      return;
    }
    long started = System.nanoTime();
    Kind done = failure == null ? kind : Kind.ROLLBACK;
    try {
      Connection jdbc = link.take();
      if (done == Kind.COMMIT) {
        commit(jdbc);
      } else {
        control().rollback(jdbc);
      }
    } catch (SQLException error) {
      link.lost();
      throw withSuppressed(translate(error, kind.toString(), List.of()), failure);
    } catch (RuntimeException error) {
      if (done == Kind.ROLLBACK) {
        link.lost();
      }
      throw withSuppressed(error, failure);
    } finally {
      active = false;
      begun = false;
      savepoints = List.of();
      firstFailure = null;
    }
    tell(done, null, started);
    if (failure != null) {
      throw failure;
    }
  }

  /** A commit that fails leaves no transaction behind: what it held is rolled back, as far as the database has not done so. */
  private void commit(Connection jdbc) throws SQLException {
    try {
      control().commit(jdbc);
    } catch (SQLException | RuntimeException error) {
      RuntimeException translated = error instanceof SQLException sql
          ? translate(sql, "COMMIT", List.of())
          : (RuntimeException) error;
      try {
        control().rollback(jdbc);
      } catch (SQLException | RuntimeException second) {
        link.lost();
        translated.addSuppressed(second);
      }
      throw translated;
    }
  }

  private static RuntimeException withSuppressed(
      RuntimeException error, @Nullable RuntimeException second) {
    if (second != null) {
      error.addSuppressed(second);
    }
    return error;
  }

  /** Sets a savepoint, in a transaction begun now if there is none; its name. */
  String savepoint() {
    if (!engine.dialect().can(Capability.SAVEPOINTS)) {
      throw new InvalidRequestException(
          engine.dialect().name() + " has no savepoints, so there are no nested transactions");
    }
    if (!active) {
      declaredWriter = true;
    }
    begin(Effect.WRITES);
    String name = "alchemy_" + ++savepointCount;
    results.keep();
    run(Kind.SAVEPOINT, name);
    if (savepoints.isEmpty()) {
      savepoints = new ArrayList<>();
    }
    savepoints.add(name);
    return name;
  }

  boolean hasSavepoint(String name) {
    return savepoints.contains(name);
  }

  /** Keeps what was done since; savepoints set later go with it. */
  void release(String name) {
    results.keep();
    run(Kind.RELEASE, name);
    forget(name);
  }

  /** Undoes what was done since; savepoints set later go with it. */
  void rollbackTo(String name) {
    RuntimeException failure = results.close(
        "the result was closed when its connection rolled back to a savepoint; read it before");
    run(Kind.ROLLBACK_TO, name);
    firstFailure = null;
    run(Kind.RELEASE, name);
    forget(name);
    if (failure != null) {
      throw failure;
    }
  }

  private void forget(String name) {
    while (!savepoints.isEmpty() && !savepoints.remove(savepoints.size() - 1).equals(name)) {
      // those set later
    }
  }

  private void run(Kind kind, String savepoint) {
    String sql = kind + " " + savepoint;
    long started = System.nanoTime();
    try (Statement statement = jdbc().createStatement()) {
      statement.execute(sql);
    } catch (SQLException error) {
      throw translate(error, sql, List.of());
    }
    tell(kind, savepoint, started);
  }

  private void tell(Kind kind, @Nullable String savepoint, long started) {
    if (!engine.listeners().isEmpty()) {
      TransactionEvent event =
          new TransactionEvent(link.connectionId(), kind, savepoint, System.nanoTime() - started);
      engine.listeners().tell(listener -> listener.transaction(event));
    }
  }

  @Override
  public RuntimeException translate(SQLException error, String sql, Parameters parameters) {
    return translate(error, sql, engine.describe(parameters));
  }

  DatabaseException translate(SQLException error, String sql, List<String> parameters) {
    DatabaseException translated = ErrorTranslation.translate(
        engine.dialect(), error, sql, parameters, engine.hidesParameters());
    if (translated instanceof ConnectionLostException) {
      link.lost();
    } else if (translated instanceof TransactionAbortedException && firstFailure != null) {
      return new TransactionAbortedException(
          "the transaction refuses statements since an earlier one failed, which was: "
              + firstFailure.statement()
              + " ("
              + firstFailure.reason()
              + "); roll back, or run what may fail inside beginNested()",
          sql,
          parameters,
          translated.getCause() instanceof SQLException cause ? cause : null);
    } else if ((begun || link.isExternal())
        && firstFailure == null
        && engine.dialect().can(Capability.FAILED_STATEMENT_ABORTS_TRANSACTION)) {
      firstFailure = translated;
    }
    return translated;
  }
}
