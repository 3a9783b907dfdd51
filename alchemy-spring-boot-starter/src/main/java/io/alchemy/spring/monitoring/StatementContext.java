package io.alchemy.spring.monitoring;

import io.alchemy.engine.Engine;
import io.alchemy.engine.StatementEvent;
import io.micrometer.observation.Observation;
import java.util.Locale;
import java.util.Set;

/** One statement, or one batch, that is observed. */
public class StatementContext extends Observation.Context {
  private static final Set<String> OPERATIONS =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "CREATE", "ALTER", "DROP", "PRAGMA");

  private final String engineName;
  private final Engine engine;
  private final StatementEvent statement;

  /** @param engineName the name of the engine's bean */
  public StatementContext(String engineName, Engine engine, StatementEvent statement) {
    this.engineName = engineName;
    this.engine = engine;
    this.statement = statement;
  }

  /** The name of the engine's bean, which tells several databases apart. */
  public String engineName() {
    return engineName;
  }

  /** The name of the dialect: {@code sqlite}, {@code postgresql}. */
  public String database() {
    return engine.dialect().name();
  }

  /** The statement's first word, in upper case; {@code OTHER} for rare ones, so that there are few values. */
  public String operation() {
    String sql = statement.sql().strip();
    int end = 0;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    String word = sql.substring(0, end).toUpperCase(Locale.ROOT);
    return OPERATIONS.contains(word) ? word : "OTHER";
  }

  /** The statement as it was before it was sent: its text and parameters, not yet its rows and time. */
  public StatementEvent statement() {
    return statement;
  }
}
