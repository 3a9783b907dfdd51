package io.alchemy.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error with a statement: what was running, and with which parameters. */
public class StatementException extends AlchemyException {
  private final @Nullable String statement;
  private final List<String> parameters;

  /**
   * @param statement the SQL text; null where the error is about no single statement
   * @param parameters the bind values as text, already hidden or shortened where that was asked for
   */
  public StatementException(
      String message,
      @Nullable String statement,
      List<String> parameters,
      @Nullable Throwable cause) {
    super(message, cause);
    this.statement = statement;
    this.parameters = List.copyOf(parameters);
  }

  public @Nullable String statement() {
    return statement;
  }

  public List<String> parameters() {
    return parameters;
  }

  /** What went wrong, without the statement. */
  public String reason() {
    return String.valueOf(super.getMessage());
  }

  /** What went wrong, then the statement and its parameters on lines of their own. */
  @Override
  public String getMessage() {
    StringBuilder text = new StringBuilder(reason());
    if (statement != null) {
      text.append("\n  statement: ").append(statement);
    }
    if (!parameters.isEmpty()) {
      text.append("\n  parameters: ").append(String.join(", ", parameters));
    }
    return text.toString();
  }
}
