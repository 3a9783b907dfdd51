package io.alchemy.engine;

import io.alchemy.compile.Bound;
import io.alchemy.compile.Capability;
import io.alchemy.compile.Compiled;
import io.alchemy.compile.Ready;
import io.alchemy.compile.RowReader;
import io.alchemy.compile.StatementKind;
import io.alchemy.engine.execution.BoundParameters;
import io.alchemy.engine.execution.Cursor;
import io.alchemy.engine.execution.Effect;
import io.alchemy.engine.execution.JdbcCursor;
import io.alchemy.engine.execution.PositionalParameters;
import io.alchemy.engine.execution.RawRowReader;
import io.alchemy.engine.execution.StatementCall;
import io.alchemy.engine.execution.StatementRunner;
import io.alchemy.engine.execution.StatementText;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Row;
import io.alchemy.sql.node.Returning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs raw and compiled statements on a connection, and makes results of what they give. */
final class StatementExecution {
  /** Rows of a batch wait in the driver's memory. */
  private static final int LARGEST_BATCH = 1_000;

  private final Engine engine;
  private final StatementRunner runner;
  private final OpenResults results;
  private int fetchSize;
  private @Nullable String refusal;

  StatementExecution(Engine engine, StatementRunner runner, OpenResults results) {
    this.engine = engine;
    this.runner = runner;
    this.results = results;
  }

  void fetchSize(int rows) {
    fetchSize = rows;
  }

  /** From now on statements that write are refused; {@code why} begins the message. */
  void refuseWrites(String why) {
    refusal = why;
  }

  /** Before any statement: results that are still to be read give up their cursors. */
  void prepare(boolean writes, String sql) {
    if (writes && refusal != null) {
      throw new InvalidRequestException(refusal + ": " + sql);
    }
    results.keep();
  }

  private void prepare(StatementCall call) {
    prepare(call.effect().writes(), call.sql());
  }

  Result<Row> raw(String sql, @Nullable Object[] parameters) {
    StatementCall call = new StatementCall(
        sql,
        new PositionalParameters(engine.dialect(), parameters),
        Effect.of(StatementText.writes(sql)),
        false,
        fetchSize);
    return raw(call);
  }

  private Result<Row> raw(StatementCall call) {
    prepare(call);
    StatementRunner.Outcome outcome = runner.execute(call);
    JdbcCursor rows = outcome.rows();
    return rows == null
        ? StatementResult.ofCount(call.sql(), outcome.count())
        : result(call, rows, rows.read(row -> RawRowReader.of(row.getMetaData())), null);
  }

  /** Rows that a changing statement gives are read at once: the change is done only when they all are. */
  private <R extends @Nullable Object> Result<R> result(
      StatementCall call,
      JdbcCursor rows,
      RowReader<? extends @Nullable Object> reader,
      @Nullable AtomicReference<@Nullable Keyset> lastKey) {
    RowFeed feed = results.feed(rows, reader);
    if (call.effect().writes()) {
      feed.keep();
    }
    return StatementResult.ofRows(call.sql(), feed, lastKey);
  }

  <R extends @Nullable Object> Result<R> execute(
      Executable<R> statement, Map<String, ?> parameters) {
    if (statement instanceof Insert insert && engine.dialect().can(Capability.RETURNING)) {
      Returning<Row> keyed = InsertedKeys.returning(insert);
      if (keyed != null) {
        return insert(insert, keyed, parameters);
      }
    }
    return execute(
        engine.compiler().prepare(statement, parameters.keySet()), statement, parameters);
  }

  private <R extends @Nullable Object> Result<R> insert(
      Insert insert, Returning<Row> keyed, Map<String, ?> parameters) {
    Ready<?> ready = engine.compiler().prepare(keyed, parameters.keySet());
    StatementCall call = call(ready, parameters, 0);
    prepare(call);
    RowReader<Row> reader = ready.compiled().reader(keyed);
    List<Row> keys = new ArrayList<>();
    try (JdbcCursor rows = runner.query(call)) {
      while (rows.next()) {
        keys.add(rows.read(reader));
      }
    }
    return StatementResult.ofInsert(call.sql(), InsertedKeys.of(insert, keys), keys.size());
  }

  <R extends @Nullable Object> Result<R> execute(
      Ready<?> ready, Executable<R> statement, Map<String, ?> parameters) {
    Compiled compiled = ready.compiled();
    StatementCall call = call(ready, parameters, fetchSize);
    if (compiled.returnsRows()) {
      RowReader<R> reader = compiled.reader(statement);
      RowReader<Keyset> keyReader = compiled.keyReader();
      prepare(call);
      if (keyReader == null) {
        return result(call, runner.query(call), reader, null);
      }
      AtomicReference<@Nullable Keyset> lastKey = new AtomicReference<>();
      return result(
          call,
          runner.query(call),
          row -> {
            lastKey.set(keyReader.read(row));
            return reader.read(row);
          },
          lastKey);
    }
    if (compiled.kind() == StatementKind.TEXT) {
      return rawAs(call);
    }
    prepare(call);
    return StatementResult.ofCount(call.sql(), runner.update(call));
  }

  /** Text without returning(…) gives rows. */
  @SuppressWarnings("unchecked")
  private <R extends @Nullable Object> Result<R> rawAs(StatementCall call) {
    return (Result<R>) raw(call);
  }

  <R extends @Nullable Object> Result<R> executeMany(
      Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    if (parameters.isEmpty()) {
      return StatementResult.ofCount(String.valueOf(statement), 0);
    }
    Set<String> names = parameters.iterator().next().keySet();
    return executeMany(engine.compiler().prepare(statement, names), statement, parameters);
  }

  <R extends @Nullable Object> Result<R> executeMany(
      Ready<?> ready, Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    requireSameNames(parameters);
    if (ready.compiled().returnsRows()) {
      return oneByOne(ready, statement, parameters);
    }
    long count = 0;
    String sql = "";
    List<BoundParameters> batch = new ArrayList<>();
    boolean writes = true;
    for (Map<String, ?> row : parameters) {
      Bound bound = ready.compiled().bind(ready.values(), row);
      if (!bound.sql().equals(sql) || batch.size() == LARGEST_BATCH) {
        count = sum(count, batch(sql, batch, writes));
        batch.clear();
        sql = bound.sql();
        writes = writes(ready.compiled().kind(), sql);
      }
      batch.add(BoundParameters.of(bound));
    }
    count = sum(count, batch(sql, batch, writes));
    return StatementResult.ofCount(sql, count);
  }

  /** A driver's batch gives no rows, so each execution is one of its own. */
  private <R extends @Nullable Object> Result<R> oneByOne(
      Ready<?> ready, Executable<R> statement, Collection<? extends Map<String, ?>> parameters) {
    List<@Nullable Object> rows = new ArrayList<>();
    for (Map<String, ?> one : parameters) {
      rows.addAll(this.<R>execute(ready, statement, one).all());
    }
    return StatementResult.ofRows(String.valueOf(statement), RowFeed.of(rows), null);
  }

  private long batch(String sql, List<BoundParameters> batch, boolean writes) {
    if (batch.isEmpty()) {
      return 0;
    }
    prepare(writes, sql);
    StatementCall call = new StatementCall(sql, batch.get(0), Effect.of(writes), true, 0);
    if (batch.size() == 1) {
      return runner.update(call);
    }
    long total = 0;
    for (long count : runner.batch(call, batch)) {
      total = sum(total, count);
    }
    return total;
  }

  /** Once a count is unknown, so is the sum. */
  private static long sum(long total, long count) {
    return total < 0 || count < 0 ? -1 : total + count;
  }

  private static void requireSameNames(Collection<? extends Map<String, ?>> parameters) {
    Set<String> names = Set.of();
    int group = 0;
    for (Map<String, ?> one : parameters) {
      if (++group == 1) {
        names = one.keySet();
      } else if (!one.keySet().equals(names)) {
        throw new ArgumentException("executeMany takes the same names for all, those of the first: "
            + names
            + "; number "
            + group
            + " has "
            + one.keySet());
      }
    }
  }

  Cursor query(Ready<?> ready, Map<String, ?> parameters, int rows) {
    StatementCall call = call(ready, parameters, rows);
    prepare(call);
    return results.watch(runner.query(call));
  }

  long update(Ready<?> ready, Map<String, ?> parameters) {
    StatementCall call = call(ready, parameters, 0);
    prepare(call);
    return runner.update(call);
  }

  private static StatementCall call(Ready<?> ready, Map<String, ?> parameters, int fetchSize) {
    Bound bound = ready.compiled().bind(ready.values(), parameters);
    return new StatementCall(
        bound.sql(),
        BoundParameters.of(bound),
        effect(ready.compiled(), bound.sql(), fetchSize),
        true,
        fetchSize);
  }

  /** Rows that travel in portions need a transaction, with some drivers. */
  private static Effect effect(Compiled compiled, String sql, int fetchSize) {
    return compiled.readsTables() && fetchSize == 0
        ? Effect.READS_TABLES
        : Effect.of(writes(compiled.kind(), sql));
  }

  private static boolean writes(StatementKind kind, String sql) {
    return kind == StatementKind.TEXT ? StatementText.writes(sql) : kind != StatementKind.SELECT;
  }
}
