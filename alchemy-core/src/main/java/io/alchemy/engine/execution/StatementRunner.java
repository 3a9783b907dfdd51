package io.alchemy.engine.execution;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the JDBC connection of a {@link StatementScope}. Whatever throws, wherever: the JDBC statement is closed before
 * the exception leaves.
 */
public final class StatementRunner {
  private final StatementScope scope;
  private final Listeners listeners;
  private final boolean hideParameters;

  public StatementRunner(StatementScope scope, Listeners listeners, boolean hideParameters) {
    this.scope = scope;
    this.listeners = listeners;
    this.hideParameters = hideParameters;
  }

  /** What a statement gave: rows, or a count of rows touched. */
  public record Outcome(@Nullable JdbcCursor rows, long count) {}

  /** Runs a statement that gives rows. */
  public JdbcCursor query(StatementCall call) {
    return run(call, 1, StatementRunner::query);
  }

  private static JdbcCursor query(RunningStatement running, PreparedStatement statement)
      throws SQLException {
    running.bind(statement);
    ResultSet rows = statement.executeQuery();
    running.after(-1);
    return new JdbcCursor(running, statement, rows);
  }

  /** Runs a statement that gives no rows; the count of rows it touched. */
  public long update(StatementCall call) {
    return run(call, 1, (running, statement) -> {
      running.bind(statement);
      long count = statement.executeUpdate();
      running.after(count);
      running.release(statement, null);
      return count;
    });
  }

  /** Runs a statement of which only the driver knows whether it gives rows. */
  public Outcome execute(StatementCall call) {
    return run(call, 1, (running, statement) -> {
      running.bind(statement);
      if (statement.execute()) {
        ResultSet rows = statement.getResultSet();
        running.after(-1);
        return new Outcome(new JdbcCursor(running, statement, rows), -1);
      }
      long count = statement.getUpdateCount();
      running.after(count);
      running.release(statement, null);
      return new Outcome(null, count);
    });
  }

  /**
   * Runs a statement once for each of {@code rows}, as one batch.
   *
   * @return the count of rows touched by each, or -1 where the driver does not say
   */
  public long[] batch(StatementCall call, List<? extends Parameters> rows) {
    return run(call, rows.size(), (running, statement) -> {
      for (Parameters row : rows) {
        row.bind(statement);
        statement.addBatch();
      }
      int[] answers = statement.executeBatch();
      long[] counts = new long[answers.length];
      long total = 0;
      for (int i = 0; i < answers.length; i++) {
        counts[i] = Math.max(answers[i], -1);
        total = total < 0 || counts[i] < 0 ? -1 : total + counts[i];
      }
      running.after(total);
      running.release(statement, null);
      return counts;
    });
  }

  /** What is done with a prepared statement. All but that of a batch capture nothing, so that none is made for each execution. */
  private interface Step<T> {
    T run(RunningStatement running, PreparedStatement statement) throws SQLException;
  }

  private <T> T run(StatementCall call, int batchSize, Step<T> step) {
    java.sql.Connection jdbc = scope.begin(call.effect());
    RunningStatement running =
        new RunningStatement(call, scope, listeners, hideParameters, batchSize);
    running.before();
    try {
      T result;
      try {
        result = attempt(jdbc, call, running, step);
      } catch (SQLException refused) {
        if (!scope.retryAsWriter(refused)) {
          throw refused;
        }
        result = attempt(jdbc, call, running, step);
      }
      scope.ran(call.effect().writes());
      return result;
    } catch (SQLException error) {
      RuntimeException translated = running.translate(error);
      running.failed(translated);
      throw translated;
    } catch (RuntimeException | Error error) {
      running.failed(error);
      throw error;
    }
  }

  private <T> T attempt(
      java.sql.Connection jdbc, StatementCall call, RunningStatement running, Step<T> step)
      throws SQLException {
    PreparedStatement statement = null;
    try {
      statement = running.prepare(jdbc);
      return step.run(running, statement);
    } catch (SQLException | RuntimeException | Error error) {
      running.releaseAfter(error, statement);
      throw error;
    }
  }
}
