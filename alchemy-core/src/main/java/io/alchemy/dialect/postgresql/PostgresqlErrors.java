package io.alchemy.dialect.postgresql;

import io.alchemy.error.CheckViolationException;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.DataException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.IntegrityException;
import io.alchemy.error.LockException;
import io.alchemy.error.NotNullViolationException;
import io.alchemy.error.NotSupportedException;
import io.alchemy.error.OperationalException;
import io.alchemy.error.ProgrammingException;
import io.alchemy.error.SerializationException;
import io.alchemy.error.StatementTimeoutException;
import io.alchemy.error.TransactionAbortedException;
import io.alchemy.error.UniqueViolationException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL driver's exceptions as ours, by SQLState.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL: error codes</a>
 */
public final class PostgresqlErrors {
  private PostgresqlErrors() {}

  public static DatabaseException translate(
      SQLException error, @Nullable String statement, List<String> parameters) {
    String message = String.valueOf(error.getMessage());
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    switch (state) {
      case "23505":
        return new UniqueViolationException(message, statement, parameters, error);
      case "23503":
        return new ForeignKeyViolationException(message, statement, parameters, error);
      case "23502":
        return new NotNullViolationException(message, statement, parameters, error);
      case "23514":
        return new CheckViolationException(message, statement, parameters, error);
      case "25P02":
        return new TransactionAbortedException(message, statement, parameters, error);
      case "40001":
      case "40P01":
        return new SerializationException(message, statement, parameters, error);
      case "55P03":
        return new LockException(message, statement, parameters, error);
      case "57014":
        return new StatementTimeoutException(message, statement, parameters, error);
      case "57P01":
      case "57P02":
      case "57P03":
      case "57P05":
        return new ConnectionLostException(message, statement, parameters, error);
      default:
        return byClass(state, message, error, statement, parameters);
    }
  }

  /**
   * What the server says first, where detail and context, which quote rows and parameters, come on lines of their own. What is wrong
   * with a value (class 22) it says by quoting it.
   */
  static String messageWithoutValues(SQLException error) {
    String state = error.getSQLState();
    return state != null && state.startsWith("22")
        ? "a value is not what the statement takes; what the server says is hidden, since it quotes values"
        : String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }

  private static DatabaseException byClass(
      String state,
      String message,
      SQLException error,
      @Nullable String statement,
      List<String> parameters) {
    switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "23":
      case "44":
        return new IntegrityException(message, statement, parameters, error);
      case "22":
      case "21":
        return new DataException(message, statement, parameters, error);
      case "42":
      case "25":
      case "26":
      case "34":
      case "3D":
      case "3F":
        return new ProgrammingException(message, statement, parameters, error);
      case "0A":
        return new NotSupportedException(message, statement, parameters, error);
      case "08":
        return new ConnectionLostException(message, statement, parameters, error);
      case "40":
        return new SerializationException(message, statement, parameters, error);
      case "28":
      case "53":
      case "55":
      case "57":
      case "58":
      case "XX":
        return new OperationalException(message, statement, parameters, error);
      default:
        return new DatabaseException(message, statement, parameters, error);
    }
  }
}
