package io.alchemy.benchmarks.database;

import java.util.Arrays;
import java.util.Locale;

/** The databases that are measured. */
public enum DatabaseKind {
  SQLITE("jdbc:sqlite:", DateTimes.TEXT),
  H2("jdbc:h2:", DateTimes.NATIVE),
  POSTGRESQL("jdbc:postgresql:", DateTimes.NATIVE);

  private final String prefix;
  private final DateTimes dateTimes;

  DatabaseKind(String prefix, DateTimes dateTimes) {
    this.prefix = prefix;
    this.dateTimes = dateTimes;
  }

  static DatabaseKind ofUrl(String url) {
    return Arrays.stream(values())
        .filter(kind -> url.startsWith(kind.prefix))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of database is known for " + url));
  }

  public DateTimes dateTimes() {
    return dateTimes;
  }

  /** {@code INSERT … RETURNING} instead of generated keys. */
  public boolean returnsKeys() {
    return this != H2;
  }

  /** As it is called on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
