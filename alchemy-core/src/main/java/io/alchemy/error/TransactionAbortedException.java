package io.alchemy.error;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction refuses statements since an earlier one failed; the message names that one. */
public class TransactionAbortedException extends DatabaseException {
  public TransactionAbortedException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable SQLException cause) {
    super(message, statement, parameters, cause);
  }
}
