package io.alchemy.engine;

import io.alchemy.compile.Capability;
import io.alchemy.compile.Ready;
import io.alchemy.compile.StatementCompiler;
import io.alchemy.dialect.Dialect;
import io.alchemy.engine.execution.ComputedRows;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.engine.execution.DeleteRows;
import io.alchemy.engine.execution.Effect;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.engine.execution.RowInserter;
import io.alchemy.engine.execution.RowWriter;
import io.alchemy.engine.execution.StatementRunner;
import io.alchemy.engine.execution.UpdateRows;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.schema.CatalogReader;
import io.alchemy.schema.DdlRunner;
import io.alchemy.schema.Inspector;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection of an engine: what a user does with it, in terms of its link, its transaction and its runner. */
final class EngineConnection implements Connection, Executor {
  private static final String CLOSED =
      "the result was closed with its connection; read it before, with all() for instance";

  private final Engine engine;
  private final JdbcLink link;
  private final OpenResults results = new OpenResults();
  private final ConnectionTransaction transaction;
  private final StatementRunner runner;
  private final StatementExecution statements;
  private boolean closed;

  EngineConnection(Engine engine, ConnectionSource source, long id) {
    this.engine = engine;
    this.link = new JdbcLink(engine, source, id);
    this.transaction = new ConnectionTransaction(engine, link, results);
    this.runner = new StatementRunner(transaction, engine.listeners(), engine.hidesParameters());
    this.statements = new StatementExecution(engine, runner, results);
  }

  long id() {
    return link.connectionId();
  }

  private void requireOpen() {
    if (closed) {
      throw new InvalidRequestException(
          "the connection is closed; engine.connect() gives a new one");
    }
  }

  private StatementExecution statements() {
    requireOpen();
    return statements;
  }

  @Override
  public Result<Row> execute(String sql, @Nullable Object... parameters) {
    return statements().raw(sql, parameters);
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(Executable<R> statement) {
    return execute(statement, Map.of());
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters) {
    return statements().execute(statement, parameters);
  }

  @Override
  public <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    return statements().executeMany(statement, parameters);
  }

  @Override
  public Transaction begin() {
    requireOpen();
    if (link.isExternal()) {
      throw new InvalidRequestException(
          "this connection takes part in a transaction that somebody else began; beginNested() sets a savepoint in it");
    }
    if (transaction.isActive()) {
      throw new InvalidRequestException(
          "a transaction has begun already, with begin() or with the first statement; commit or roll it back first,"
              + " or use beginNested()");
    }
    transaction.declareWriter();
    transaction.begin(Effect.WRITES);
    return new RootTransaction(transaction);
  }

  /** The next transaction is one that writes. */
  void declareWriter() {
    transaction.declareWriter();
  }

  @Override
  public Transaction beginNested() {
    requireOpen();
    return new NestedTransaction(transaction, transaction.savepoint());
  }

  @Override
  public boolean inTransaction() {
    return transaction.isActive();
  }

  private void requireNoTransaction(String what) {
    requireOpen();
    if (transaction.isActive() || link.isExternal()) {
      throw new InvalidRequestException(
          what
              + " cannot change within a transaction; set it before the first statement, or after commit()");
    }
  }

  @Override
  public Connection isolation(IsolationLevel level) {
    requireNoTransaction("the isolation level");
    try {
      link.setIsolation(level);
    } catch (SQLException error) {
      throw transaction.translate(error, "SET TRANSACTION ISOLATION LEVEL " + level, List.of());
    }
    return this;
  }

  @Override
  public Connection autocommit() {
    requireNoTransaction("autocommit");
    transaction.autocommit(true);
    return this;
  }

  @Override
  public Connection readOnly() {
    requireNoTransaction("read-only");
    try {
      link.setReadOnly(true);
    } catch (SQLException error) {
      throw transaction.translate(error, "SET TRANSACTION READ ONLY", List.of());
    }
    if (!dialect().can(Capability.READ_ONLY_TRANSACTIONS)) {
      statements.refuseWrites("a read-only connection refuses to write");
    }
    return this;
  }

  /** As {@link #readOnly()}, and statements that write are refused by name before the database sees them. */
  void refuseWrites() {
    readOnly();
    statements.refuseWrites(
        "read(…) commits nothing, so it refuses to write; use transaction(…) or transactionResult(…) for");
  }

  @Override
  public Connection fetchSize(int rows) {
    if (rows < 0) {
      throw new ArgumentException("a fetch size is 0 or more, not " + rows);
    }
    statements.fetchSize(rows);
    return this;
  }

  @Override
  public void commit() {
    requireOpen();
    transaction.commit();
  }

  @Override
  public void rollback() {
    requireOpen();
    transaction.rollback();
  }

  @Override
  public java.sql.Connection jdbc() {
    requireOpen();
    results.keep();
    return transaction.begin(Effect.of(!link.isReadOnly()));
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /** Takes the JDBC connection now, where it would else be taken by the first statement. */
  void open() {
    transaction.jdbc();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Throwable failure = results.close(CLOSED);
    boolean clean = true;
    try {
      transaction.rollback();
    } catch (RuntimeException | Error error) {
      clean = !transaction.isActive();
      failure = combined(failure, error);
    }
    Exception released = link.release(clean);
    if (released instanceof SQLException error) {
      failure = combined(failure, transaction.translate(error, "close", List.of()));
    } else if (released != null) {
      failure = combined(failure, released);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private static Throwable combined(@Nullable Throwable first, Throwable second) {
    if (first == null) {
      return second;
    }
    first.addSuppressed(second);
    return first;
  }

  // Bind

  @Override
  public Inspector inspector() {
    return engine.dialect().inspector(catalogReader());
  }

  CatalogReader catalogReader() {
    return (sql, parameters) -> {
      List<@Nullable Object[]> rows = new ArrayList<>();
      for (Row row : execute(sql, parameters)) {
        @Nullable Object[] values = new @Nullable Object[row.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.get(i);
        }
        rows.add(values);
      }
      return rows;
    };
  }

  @Override
  public void define(Consumer<? super DdlRunner> work) {
    requireOpen();
    work.accept(new ConnectionDdl(this));
  }

  // Executor

  @Override
  public Dialect dialect() {
    return engine.dialect();
  }

  @Override
  public StatementCompiler compiler() {
    return engine.compiler();
  }

  @Override
  public <R extends @Nullable Object> Result<R> execute(
      Ready<?> prepared, Executable<R> statement, Map<String, ?> parameters) {
    return statements().execute(prepared, statement, parameters);
  }

  @Override
  public <R extends @Nullable Object> Result<R> executeMany(
      Ready<?> prepared, Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    return statements().executeMany(prepared, statement, parameters);
  }

  @Override
  public Cursor query(Ready<?> statement, Map<String, ?> parameters, int fetchSize) {
    return statements().query(statement, parameters, fetchSize);
  }

  @Override
  public long update(Ready<?> statement, Map<String, ?> parameters) {
    return statements().update(statement, parameters);
  }

  @Override
  public List<@Nullable Object[]> insert(InsertRows work) {
    statements().prepare(true, "INSERT INTO " + work.table());
    return new RowInserter(runner, dialect(), computedRows()).insert(work);
  }

  @Override
  public long[] update(UpdateRows work) {
    statements().prepare(true, "UPDATE " + work.table());
    return new RowWriter(runner, dialect(), computedRows()).update(work);
  }

  @Override
  public long[] delete(DeleteRows work) {
    statements().prepare(true, "DELETE FROM " + work.table());
    return new RowWriter(runner, dialect(), computedRows()).delete(work);
  }

  private ComputedRows computedRows() {
    return new ComputedRows(runner, compiler(), dialect());
  }
}
