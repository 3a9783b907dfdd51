package io.alchemy.engine.execution;

import io.alchemy.compile.RowReader;
import io.alchemy.error.ResultClosedException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A cursor over a JDBC result, with the statement that it belongs to. */
public final class JdbcCursor implements Cursor {
  private final RunningStatement running;
  private final PreparedStatement statement;
  private final ResultSet row;
  private long count;
  private boolean closed;
  private @Nullable String closedBecause;
  private Runnable onClose = () -> {};

  JdbcCursor(RunningStatement running, PreparedStatement statement, ResultSet row) {
    this.running = running;
    this.statement = statement;
    this.row = row;
  }

  @Override
  public boolean next() {
    if (closed) {
      if (closedBecause != null) {
        throw new ResultClosedException(closedBecause);
      }
      return false;
    }
    if (read(ResultSet::next)) {
      count++;
      return true;
    }
    close();
    return false;
  }

  @Override
  public ResultSet row() {
    return row;
  }

  @Override
  public <R extends @Nullable Object> R read(RowReader<R> reader) {
    try {
      return reader.read(row);
    } catch (SQLException error) {
      throw failed(error);
    } catch (RuntimeException | Error error) {
      closeAfter(error);
      throw error;
    }
  }

  private RuntimeException failed(SQLException error) {
    RuntimeException translated = running.translate(error);
    closeAfter(translated);
    return translated;
  }

  private void closeAfter(Throwable error) {
    try {
      close();
    } catch (RuntimeException | Error second) {
      if (second != error) {
        error.addSuppressed(second);
      }
    }
  }

  public boolean isClosed() {
    return closed;
  }

  /** Called once, when it is closed. */
  public void onClose(Runnable action) {
    onClose = action;
  }

  /** Closes it for a reason that whoever reads on is told. */
  public void close(String because) {
    if (!closed) {
      closedBecause = because;
      close();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    onClose.run();
    try {
      running.release(statement, row);
    } finally {
      running.rowsRead(count);
    }
  }
}
