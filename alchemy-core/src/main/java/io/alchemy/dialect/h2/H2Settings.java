package io.alchemy.dialect.h2;

import io.alchemy.dialect.DriverSettings;
import java.util.Locale;
import java.util.Map;

/**
 * How connections to H2 are opened: a named database in memory lives as long as the JVM, whatever the pool closes; one without a
 * name is private to its connection. Parameters in the URL win over this.
 */
final class H2Settings {
  private static final String CLOSE_DELAY = "DB_CLOSE_DELAY";

  private H2Settings() {}

  static DriverSettings of(String jdbcUrl) {
    String database = jdbcUrl.substring("jdbc:h2:".length());
    if (!database.startsWith("mem:")) {
      return DriverSettings.NONE;
    }
    boolean named = database.length() > "mem:".length() && database.charAt(4) != ';';
    if (!named) {
      return new DriverSettings(Map.of(), true);
    }
    // The driver refuses a setting that is given twice.
    boolean given = database.toUpperCase(Locale.ROOT).contains(";" + CLOSE_DELAY + "=");
    return given ? DriverSettings.NONE : new DriverSettings(Map.of(CLOSE_DELAY, "-1"), false);
  }
}
