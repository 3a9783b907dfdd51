package io.alchemy.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The prepared statements of a connection. */
final class Statements {
  /** What becomes of a statement when it was used. */
  enum Keeping {
    /** It waits for its next use. */
    OPEN,
    /** It is closed, as in programs that write {@code try (PreparedStatement …)}. */
    NONE
  }

  private final Connection connection;
  private final Keeping keeping;
  private final Map<String, PreparedStatement> open = new HashMap<>();

  Statements(Connection connection, Keeping keeping) {
    this.connection = connection;
    this.keeping = keeping;
  }

  PreparedStatement take(String sql) throws SQLException {
    PreparedStatement kept = open.get(sql);
    return kept == null ? kept(sql, connection.prepareStatement(sql)) : kept;
  }

  /** A statement that gives generated keys. */
  PreparedStatement takeForKeys(String sql) throws SQLException {
    PreparedStatement kept = open.get(sql);
    return kept == null ? kept(sql, connection.prepareStatement(sql, new String[] {"id"})) : kept;
  }

  private PreparedStatement kept(String sql, PreparedStatement statement) {
    if (keeping == Keeping.OPEN) {
      open.put(sql, statement);
    }
    return statement;
  }

  void done(PreparedStatement statement) throws SQLException {
    if (keeping == Keeping.NONE) {
      statement.close();
    }
  }
}
