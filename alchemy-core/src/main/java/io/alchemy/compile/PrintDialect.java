package io.alchemy.compile;

import io.alchemy.types.SqlType;
import java.util.List;

/** The SQL of the standard, as far as people who read a printed statement care. */
final class PrintDialect implements SqlDialect {
  static final PrintDialect INSTANCE = new PrintDialect();

  private PrintDialect() {}

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public boolean can(Capability capability) {
    return true;
  }

  @Override
  public String castTarget(SqlType<?> type) {
    return type.name();
  }

  @Override
  public String currentTimestamp() {
    return "CURRENT_TIMESTAMP";
  }

  @Override
  public JsonSyntax json() {
    return Paths.INSTANCE;
  }

  /** {@code attrs['box']['width']}. */
  private enum Paths implements JsonSyntax {
    INSTANCE;

    @Override
    public Around text(List<Object> path) {
      return new Around("", steps(path));
    }

    @Override
    public Around value(List<Object> path, SqlType<?> type) {
      return new Around("CAST(", steps(path) + " AS " + type.name() + ")");
    }

    @Override
    public Around exists(List<Object> path) {
      return new Around("", steps(path) + " IS NOT NULL");
    }

    private static String steps(List<Object> path) {
      StringBuilder steps = new StringBuilder();
      for (Object step : path) {
        steps.append(step instanceof Integer ? "[" + step + "]" : "['" + step + "']");
      }
      return steps.toString();
    }

    @Override
    public String element(String column, SqlType<?> type) {
      return column;
    }

    @Override
    public String arrayFunction() {
      return "json_array";
    }

    @Override
    public Around arrayOfRows() {
      return new Around("json_arrayagg(", ")");
    }
  }
}
