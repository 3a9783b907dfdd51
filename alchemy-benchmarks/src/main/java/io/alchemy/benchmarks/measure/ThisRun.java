package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.database.Databases;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** What figures that are taken now are of. */
public final class ThisRun {
  /** A system property: what {@code building.sh} says of the sources. */
  private static final String COMMIT = "benchmarks.commit";

  private ThisRun() {}

  /** As {@code 2026-03-01; 8f55efb; JDK 25.0.1; SQLite 3.50.3}. */
  public static String on(Databases databases) throws SQLException {
    String jdk =
        Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining("."));
    return LocalDate.now()
        + "; "
        + System.getProperty(COMMIT, "unknown commit")
        + "; JDK "
        + jdk
        + "; "
        + databases.product();
  }
}
