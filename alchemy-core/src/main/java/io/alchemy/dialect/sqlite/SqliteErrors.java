package io.alchemy.dialect.sqlite;

import io.alchemy.error.CheckViolationException;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.DataException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.IntegrityException;
import io.alchemy.error.LockException;
import io.alchemy.error.NotNullViolationException;
import io.alchemy.error.OperationalException;
import io.alchemy.error.ProgrammingException;
import io.alchemy.error.SerializationException;
import io.alchemy.error.StatementTimeoutException;
import io.alchemy.error.UniqueViolationException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * The Xerial driver's exceptions as ours, by SQLite's extended result code: their SQLState is always null, and their vendor code is
 * the same for every constraint.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite: result and error codes</a>
 */
public final class SqliteErrors {
  private SqliteErrors() {}

  public static DatabaseException translate(
      SQLException error, @Nullable String statement, List<String> parameters) {
    String message = String.valueOf(error.getMessage());
    if (!(error instanceof SQLiteException sqlite)) {
      return message.contains("connection closed")
          ? new ConnectionLostException(message, statement, parameters, error)
          : new DatabaseException(message, statement, parameters, error);
    }
    switch (sqlite.getResultCode()) {
      case SQLITE_CONSTRAINT_UNIQUE:
      case SQLITE_CONSTRAINT_PRIMARYKEY:
      case SQLITE_CONSTRAINT_ROWID:
        return new UniqueViolationException(message, statement, parameters, error);
      case SQLITE_CONSTRAINT_FOREIGNKEY:
        return new ForeignKeyViolationException(message, statement, parameters, error);
      case SQLITE_CONSTRAINT_NOTNULL:
        return new NotNullViolationException(message, statement, parameters, error);
      case SQLITE_CONSTRAINT_CHECK:
        return new CheckViolationException(message, statement, parameters, error);
      case SQLITE_CONSTRAINT:
      case SQLITE_CONSTRAINT_COMMITHOOK:
      case SQLITE_CONSTRAINT_FUNCTION:
      case SQLITE_CONSTRAINT_TRIGGER:
      case SQLITE_CONSTRAINT_VTAB:
        return new IntegrityException(message, statement, parameters, error);
      case SQLITE_BUSY_SNAPSHOT:
        return new SerializationException(
            message
                + " — another connection has written since this transaction first read; run the transaction again, or begin it as a writer",
            statement,
            parameters,
            error);
      case SQLITE_BUSY:
      case SQLITE_BUSY_RECOVERY:
      case SQLITE_LOCKED:
      case SQLITE_LOCKED_SHAREDCACHE:
        return new LockException(message, statement, parameters, error);
      case SQLITE_INTERRUPT:
        return new StatementTimeoutException(message, statement, parameters, error);
      case SQLITE_TOOBIG:
      case SQLITE_MISMATCH:
      case SQLITE_RANGE:
        return new DataException(message, statement, parameters, error);
      case SQLITE_ERROR:
      case SQLITE_SCHEMA:
      case SQLITE_MISUSE:
      case SQLITE_AUTH:
      case SQLITE_READONLY:
        return new ProgrammingException(message, statement, parameters, error);
      default:
        return new OperationalException(message, statement, parameters, error);
    }
  }
}
