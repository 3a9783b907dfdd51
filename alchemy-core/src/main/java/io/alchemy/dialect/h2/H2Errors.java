package io.alchemy.dialect.h2;

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
import io.alchemy.error.UniqueViolationException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H2's exceptions as ours, by SQLState; where H2 has no standard one, that is its own error code.
 *
 * @see <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">H2: error codes</a>
 */
final class H2Errors {
  private H2Errors() {}

  static DatabaseException translate(
      SQLException error, @Nullable String statement, List<String> parameters) {
    String message = String.valueOf(error.getMessage());
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    return switch (state) {
      case "23505" -> new UniqueViolationException(message, statement, parameters, error);
      // The child is there, or the parent is not.
      case "23503", "23506" ->
        new ForeignKeyViolationException(message, statement, parameters, error);
      case "23502" -> new NotNullViolationException(message, statement, parameters, error);
      case "23513", "23514" -> new CheckViolationException(message, statement, parameters, error);
      // A deadlock, or a row that another transaction changed meanwhile.
      case "40001", "90131" -> new SerializationException(message, statement, parameters, error);
      case "HYT00" -> new LockException(message, statement, parameters, error);
      case "57014" -> new StatementTimeoutException(message, statement, parameters, error);
      // The connection is broken; the object, or the database, is closed.
      case "90067", "90007", "90098", "90121" ->
        new ConnectionLostException(message, statement, parameters, error);
      case "HYC00" -> new NotSupportedException(message, statement, parameters, error);
      default -> byClass(state, message, error, statement, parameters);
    };
  }

  /** What is wrong with a value, or with the row of one, it says by quoting it; the statement is on a line of its own. */
  static String messageWithoutValues(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    String first = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    boolean quotes = state.startsWith("22") || state.startsWith("23") || state.startsWith("HY");
    return quotes ? first.split("[:\"']", 2)[0].strip() : first;
  }

  private static DatabaseException byClass(
      String state,
      String message,
      SQLException error,
      @Nullable String statement,
      List<String> parameters) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "23" -> new IntegrityException(message, statement, parameters, error);
      case "22" -> new DataException(message, statement, parameters, error);
      case "07", "21", "42", "54", "HY" ->
        new ProgrammingException(message, statement, parameters, error);
      case "0A" -> new NotSupportedException(message, statement, parameters, error);
      case "08" -> new ConnectionLostException(message, statement, parameters, error);
      case "28" -> new OperationalException(message, statement, parameters, error);
      case "90" -> ofItsOwn(message, error, statement, parameters);
      default -> new DatabaseException(message, statement, parameters, error);
    };
  }

  /** Files, memory and users among H2's own errors are nothing that other SQL would mend; the rest is. */
  private static DatabaseException ofItsOwn(
      String message, SQLException error, @Nullable String statement, List<String> parameters) {
    return switch (error.getErrorCode()) {
      case 90013,
          90020,
          90024,
          90025,
          90028,
          90029,
          90030,
          90031,
          90034,
          90046,
          90048,
          90062,
          90097,
          90108,
          90124,
          90135,
          90146 -> new OperationalException(message, statement, parameters, error);
      default -> new ProgrammingException(message, statement, parameters, error);
    };
  }
}
