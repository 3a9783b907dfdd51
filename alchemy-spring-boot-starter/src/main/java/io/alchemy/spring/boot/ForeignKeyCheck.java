package io.alchemy.spring.boot;

import io.alchemy.engine.Engine;
import io.alchemy.error.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Warns where SQLite enforces no foreign keys, as on the connections of a DataSource that was made without asking for it. */
final class ForeignKeyCheck implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(ForeignKeyCheck.class);

  private final Engine engine;

  ForeignKeyCheck(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      if (engine.dialect().name().equals("sqlite") && !areEnforced()) {
        log.warn(
            "SQLite does not enforce foreign keys on the connections of {}. Add ?foreign_keys=on&journal_mode=WAL&busy_timeout=5000"
                + " to its JDBC URL, or leave the pool to alchemy.url or spring.datasource.url, which set these.",
            engine);
      }
    } catch (DatabaseException e) {
      log.debug("Could not see whether foreign keys are enforced", e);
    }
  }

  private boolean areEnforced() {
    return engine.read(
        connection -> connection.execute("PRAGMA foreign_keys").scalar() instanceof Number on
            && on.intValue() == 1);
  }
}
