package io.alchemy.compile;

import io.alchemy.dialect.h2.H2Dialect;
import io.alchemy.dialect.postgresql.PostgresqlDialect;
import io.alchemy.dialect.sqlite.SqliteDialect;
import io.alchemy.sql.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Compiles statements for tests. */
final class Compiling {
  static final SqlDialect SQLITE = new SqliteDialect();
  static final SqlDialect POSTGRESQL = new PostgresqlDialect();
  static final SqlDialect H2 = new H2Dialect();

  private Compiling() {}

  static String sqlite(Executable<?> statement) {
    return bound(SQLITE, statement, Map.of()).sql();
  }

  static String h2(Executable<?> statement) {
    return bound(H2, statement, Map.of()).sql();
  }

  static String postgresql(Executable<?> statement) {
    return bound(POSTGRESQL, statement, Map.of()).sql();
  }

  /** The text that both databases get. */
  static String sql(Executable<?> statement) {
    String sqlite = sqlite(statement);
    String postgresql = postgresql(statement);
    return sqlite.equals(postgresql) ? sqlite : sqlite + " / " + postgresql;
  }

  static List<Object> values(Executable<?> statement) {
    return Arrays.asList(bound(SQLITE, statement, Map.of()).values());
  }

  static Bound bound(SqlDialect dialect, Executable<?> statement, Map<String, ?> parameters) {
    Ready<?> ready = new StatementCompiler(dialect, 0).prepare(statement, parameters.keySet());
    return ready.compiled().bind(ready.values(), parameters);
  }
}
