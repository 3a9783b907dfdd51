package io.alchemy.engine.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prepared statements of one physical connection, kept between executions and between check-outs: the Xerial driver for SQLite prepares
 * anew at each call, which costs as much as finding a row by its key, and others make new objects around what they keep. A statement in
 * use is not handed out again, so the same text may run twice at a time. Like the connection, for one thread at a time.
 */
public final class StatementCache {
  private final Connection physical;
  private final int size;

  /** The one used longest ago comes first. */
  private final Map<String, Kept> known = new LinkedHashMap<>(16, 0.75f, true);

  /** A statement, marked while it is in use: to take it out and put it in again made a new entry for each execution. */
  private static final class Kept {
    final PreparedStatement statement;
    boolean inUse;

    Kept(PreparedStatement statement) {
      this.statement = statement;
    }
  }

  /**
   * @param physical the driver's own connection: a pool's would close its statements when it is given back
   * @param size the most statements kept; those not used for longest are closed first
   */
  public StatementCache(Connection physical, int size) {
    this.physical = physical;
    this.size = size;
  }

  PreparedStatement take(String sql) throws SQLException {
    Kept kept = known.get(sql);
    if (kept == null || kept.inUse) {
      return physical.prepareStatement(sql);
    }
    kept.inUse = true;
    return kept.statement;
  }

  /** Takes back a statement that did its work; the values that it was bound to are let go. */
  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    statement.clearParameters();
    Kept kept = known.get(sql);
    if (kept == null) {
      known.put(sql, new Kept(statement));
      closeEldest();
    } else if (kept.statement == statement) {
      kept.inUse = false;
    } else {
      statement.close();
    }
  }

  /** Forgets a statement that failed. */
  void forget(String sql, PreparedStatement statement) {
    Kept kept = known.get(sql);
    if (kept != null && kept.statement == statement) {
      known.remove(sql);
    }
  }

  private void closeEldest() throws SQLException {
    if (known.size() > size) {
      for (Iterator<Kept> each = known.values().iterator(); each.hasNext(); ) {
        Kept eldest = each.next();
        if (!eldest.inUse) {
          each.remove();
          eldest.statement.close();
          return;
        }
      }
    }
  }
}
