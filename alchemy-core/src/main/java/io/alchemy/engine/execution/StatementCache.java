package io.alchemy.engine.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prepared statements of one physical connection, kept between executions and between check-outs: for drivers that prepare anew at
 * each call, as the Xerial driver for SQLite does, where preparing costs as much as finding a row by its key. A statement in use is
 * not in here, so the same text may run twice at a time. Like the connection, for one thread at a time.
 */
public final class StatementCache {
  private final Connection physical;
  private final int size;
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  /**
   * @param physical the driver's own connection: a pool's would close its statements when it is given back
   * @param size the most statements kept; those not used for longest are closed first
   */
  public StatementCache(Connection physical, int size) {
    this.physical = physical;
    this.size = size;
  }

  PreparedStatement take(String sql) throws SQLException {
    PreparedStatement known = idle.remove(sql);
    return known == null ? physical.prepareStatement(sql) : known;
  }

  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    PreparedStatement other = idle.put(sql, statement);
    if (other != null) {
      other.close();
    } else if (idle.size() > size) {
      Iterator<PreparedStatement> eldest = idle.values().iterator();
      PreparedStatement unused = eldest.next();
      eldest.remove();
      unused.close();
    }
  }
}
