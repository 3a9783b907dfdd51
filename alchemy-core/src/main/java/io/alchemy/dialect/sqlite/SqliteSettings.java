package io.alchemy.dialect.sqlite;

import io.alchemy.dialect.DriverSettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sqlite.SQLiteOpenMode;

/**
 * How connections to SQLite are opened: foreign keys are enforced, a lock is waited for, and a file has a write-ahead log, so that
 * readers and the writer do not lock each other out. SQLite takes no mutex of its own at each call, since every call of the driver's
 * that uses a connection is synchronized: that makes reading a column of text a fifth faster. Parameters in the URL win over these.
 *
 * @see <a href="https://www.sqlite.org/threadsafe.html">SQLite: using SQLite in multi-threaded applications</a>
 */
final class SqliteSettings {
  private static final int WITHOUT_MUTEX =
      SQLiteOpenMode.READWRITE.flag | SQLiteOpenMode.CREATE.flag | SQLiteOpenMode.NOMUTEX.flag;

  private SqliteSettings() {}

  private static String database(String jdbcUrl) {
    return jdbcUrl.substring("jdbc:sqlite:".length()).toLowerCase(Locale.ROOT);
  }

  /** Whether it is in memory, or in a file that goes with its connection. */
  static boolean isMemory(String jdbcUrl) {
    String database = database(jdbcUrl);
    return database.isEmpty()
        || database.startsWith("?")
        || database.contains(":memory:")
        || database.contains("mode=memory");
  }

  static DriverSettings of(String jdbcUrl) {
    String database = database(jdbcUrl);
    boolean shared = database.contains("cache=shared");
    boolean memory = isMemory(jdbcUrl);
    boolean readOnly = database.contains("mode=ro") || database.contains("immutable=1");
    Map<String, String> properties = new HashMap<>();
    properties.put("foreign_keys", "true");
    properties.put("busy_timeout", "5000");
    properties.put("open_mode", String.valueOf(WITHOUT_MUTEX));
    if (!memory && !readOnly) {
      properties.put("journal_mode", "WAL");
    }
    // The driver lets properties win over the URL.
    properties.keySet().removeIf(key -> database.matches(".*[?&]" + key + "=.*"));
    return new DriverSettings(properties, memory && !shared);
  }
}
