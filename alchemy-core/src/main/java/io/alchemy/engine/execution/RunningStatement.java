package io.alchemy.engine.execution;

import io.alchemy.engine.StatementEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One execution, from before it is sent until its rows are read: tells the listeners, and turns its errors into ours. */
final class RunningStatement {
  private static final List<String> HIDDEN = List.of("(hidden)");

  private final StatementCall call;
  private final StatementScope scope;
  private final Listeners listeners;
  private final @Nullable StatementEvent event;
  private long started;
  private boolean answered;
  private boolean open;
  private @Nullable StatementCache cache;

  RunningStatement(
      StatementCall call,
      StatementScope scope,
      Listeners listeners,
      boolean hideParameters,
      int batchSize) {
    this.call = call;
    this.scope = scope;
    this.listeners = listeners;
    this.event = listeners.isEmpty()
        ? null
        : new StatementEvent(
            scope.connectionId(),
            call.sql(),
            hideParameters ? () -> HIDDEN : call.parameters()::describe,
            batchSize);
  }

  void before() {
    if (event != null) {
      listeners.tell(listener -> listener.beforeExecute(event));
      started = System.nanoTime();
    }
  }

  void bind(PreparedStatement statement) throws SQLException {
    call.parameters().bind(statement);
  }

  void after(long rows) {
    answered = true;
    if (event != null) {
      StatementEvent done = event.done(rows, System.nanoTime() - started);
      listeners.tell(listener -> listener.afterExecute(done));
    }
  }

  /** Tells that the statement failed, unless the database had answered and only what came after failed. */
  void failed(Throwable error) {
    if (event == null || answered) {
      return;
    }
    StatementEvent failed = event.failed(error, System.nanoTime() - started);
    try {
      listeners.tell(listener -> listener.executeFailed(failed));
    } catch (RuntimeException | Error second) {
      error.addSuppressed(second);
    }
  }

  void rowsRead(long rows) {
    if (event != null) {
      StatementEvent done = event.done(rows, System.nanoTime() - started);
      listeners.tell(listener -> listener.rowsRead(done));
    }
  }

  RuntimeException translate(SQLException error) {
    return scope.translate(error, call.sql(), call.parameters());
  }

  /** A statement that was not changed in any way can be kept for the next execution of its text. */
  PreparedStatement prepare(Connection jdbc) throws SQLException {
    int seconds = scope.secondsLeft();
    boolean plain = call.reusable() && seconds <= 0 && call.fetchSize() <= 0;
    cache = plain ? scope.statements() : null;
    PreparedStatement statement =
        cache == null ? jdbc.prepareStatement(call.sql()) : cache.take(call.sql());
    open = true;
    scope.opened();
    if (seconds > 0) {
      statement.setQueryTimeout(seconds);
    }
    if (call.fetchSize() > 0) {
      statement.setFetchSize(call.fetchSize());
    }
    return statement;
  }

  /** Lets go of a statement that did its work, and of its rows. */
  void release(PreparedStatement statement, @Nullable ResultSet rows) {
    try {
      if (cache == null) {
        statement.close();
      } else {
        if (rows != null) {
          rows.close();
        }
        cache.giveBack(call.sql(), statement);
      }
    } catch (SQLException error) {
      throw translate(error);
    } finally {
      closed();
    }
  }

  /** Closes a statement that failed; it is not used again. */
  void releaseAfter(Throwable error, @Nullable PreparedStatement statement) {
    try {
      if (statement != null) {
        if (cache != null) {
          cache.forget(call.sql(), statement);
        }
        statement.close();
      }
    } catch (SQLException | RuntimeException second) {
      error.addSuppressed(second);
    }
    try {
      closed();
    } catch (RuntimeException second) {
      error.addSuppressed(second);
    }
  }

  private void closed() {
    if (open) {
      open = false;
      scope.closed();
    }
  }
}
