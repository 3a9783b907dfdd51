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
  private @Nullable Watcher watcher;

  /** Who is told, once, that a cursor is closed. */
  public interface Watcher {
    void closed(JdbcCursor cursor);
  }

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
    if (isThereAnother()) {
      count++;
      return true;
    }
    close();
    return false;
  }

  private boolean isThereAnother() {
    try {
      return row.next();
    } catch (SQLException error) {
      throw failed(error);
    } catch (RuntimeException | Error error) {
      closeAfter(error);
      throw error;
    }
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

  public void watch(Watcher newWatcher) {
    watcher = newWatcher;
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
    if (watcher != null) {
      watcher.closed(this);
    }
    try {
      running.release(statement, row);
    } finally {
      running.rowsRead(count);
    }
  }
}
