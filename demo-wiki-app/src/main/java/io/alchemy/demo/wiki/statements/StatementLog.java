package io.alchemy.demo.wiki.statements;

import java.io.Serializable;
import java.util.List;

/** The statements of one request, in their order. */
public record StatementLog(List<ExecutedStatement> statements) implements Serializable {
  static final StatementLog NONE = new StatementLog(List.of());

  public StatementLog {
    statements = List.copyOf(statements);
  }

  public int count() {
    return statements.size();
  }

  public boolean isEmpty() {
    return statements.isEmpty();
  }
}
