package io.alchemy.benchmarks.jdbc;

import io.alchemy.benchmarks.database.Database;
import java.sql.SQLException;

/** Raw JDBC as most programs have it: each use prepares its statement. */
public final class PreparingJdbcStack extends JdbcStack {
  public PreparingJdbcStack(Database database) throws SQLException {
    super(database, Statements.Keeping.NONE);
  }
}
