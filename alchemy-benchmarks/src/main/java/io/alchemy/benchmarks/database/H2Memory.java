package io.alchemy.benchmarks.database;

import java.sql.SQLException;

/**
 * H2 in the memory of the process that uses it, so that is where it is seeded: {@link #seedIfNew}. {@code LAZY_QUERY_EXECUTION} lets it
 * stream; results are reused as they always are, so parameters change with each turn.
 */
public final class H2Memory implements Databases {
  @Override
  public String fresh(String name) {
    return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LAZY_QUERY_EXECUTION=1";
  }

  @Override
  public String url() {
    return "jdbc:h2:mem:";
  }

  /** Seeds an H2 database of this process; does nothing to others, which are seeded when they are handed out. */
  public static void seedIfNew(Database database) throws SQLException {
    if (database.kind() == DatabaseKind.H2) {
      SeedRows.into(database);
    }
  }

  @Override
  public void close() {}
}
