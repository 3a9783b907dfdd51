package io.alchemy.spring.diagnostics;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Names the dependency where the database's JDBC driver is not on the class path. HikariCP 7 and Boot 4.1 throw plain exceptions
 * then, told apart by their messages alone.
 */
class MissingDriverFailureAnalyzer implements FailureAnalyzer {
  private static final Pattern BY_URL =
      Pattern.compile("Failed to get driver instance for jdbcUrl=jdbc:(\\w+)");
  private static final Pattern BY_CLASS =
      Pattern.compile("(?:Failed to load driver class|Cannot load driver class:) ([\\w.$]+)");

  private static final Map<String, String> DRIVERS = Map.of(
      "postgresql", "org.postgresql:postgresql",
      "sqlite", "org.xerial:sqlite-jdbc",
      "h2", "com.h2database:h2");

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      Matcher url = BY_URL.matcher(message);
      if (url.lookingAt()) {
        return missing("No JDBC driver on the class path takes jdbc:" + url.group(1), url, cause);
      }
      Matcher driver = BY_CLASS.matcher(message);
      if (driver.lookingAt()) {
        return missing("The JDBC driver " + driver.group(1) + " is not there", driver, cause);
      }
    }
    return null;
  }

  private static FailureAnalysis missing(String what, Matcher named, Throwable cause) {
    String name = named.group(1).toLowerCase(Locale.ROOT);
    String dependency = DRIVERS.entrySet().stream()
        .filter(driver -> name.contains(driver.getKey()))
        .map(driver -> driver.getValue() + " (Spring Boot knows its version)")
        .findFirst()
        .orElse("the database's driver");
    return new FailureAnalysis(
        what + ".",
        "Add the dependency " + dependency + ", or correct alchemy.url or spring.datasource.url.",
        cause);
  }
}
