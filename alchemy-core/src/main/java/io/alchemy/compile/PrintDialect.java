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
    return switch (capability) {
      case FINAL_TABLE, MERGE, UNTYPED_PLACEHOLDERS, RECURSION_NAMES_COLUMNS -> false;
      default -> true;
    };
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

  @Override
  public MultisetSyntax multisets() {
    return Rows.INSTANCE;
  }

  /** {@code attrs['box']['width']}. */
  private enum Paths implements JsonSyntax {
    INSTANCE;

    @Override
    public List<String> text(List<Object> path) {
      return List.of("", steps(path));
    }

    @Override
    public List<String> value(List<Object> path, SqlType<?> type) {
      return List.of("CAST(", steps(path) + " AS " + type.name() + ")");
    }

    @Override
    public List<String> exists(List<Object> path) {
      return List.of("", steps(path) + " IS NOT NULL");
    }

    private static String steps(List<Object> path) {
      StringBuilder steps = new StringBuilder();
      for (Object step : path) {
        steps.append(step instanceof Integer ? "[" + step + "]" : "['" + step + "']");
      }
      return steps.toString();
    }
  }

  private enum Rows implements MultisetSyntax {
    INSTANCE;

    @Override
    public List<String> element(SqlType<?> type) {
      return List.of("", "");
    }

    @Override
    public List<String> row() {
      return List.of("json_array(", ")");
    }

    @Override
    public List<String> rows() {
      return List.of("(SELECT json_arrayagg(", ")", ")");
    }
  }
}
