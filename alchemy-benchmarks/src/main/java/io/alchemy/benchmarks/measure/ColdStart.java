package io.alchemy.benchmarks.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once by a new JVM: W9.
 *
 * @param label as it is called on the command line and in the table
 * @param classes how many mapped classes are configured; none where a row is read instead
 */
public record ColdStart(String label, String description, int classes) {
  static final ColdStart FIRST_ROW =
      new ColdStart("W9", "JVM start to first row, four mapped classes", 0);

  private static final List<ColdStart> ALL = List.of(FIRST_ROW, classes("W9-classes", 300));

  /** So many classes, each with a key, four columns and a reference to the next. */
  public static ColdStart classes(String label, int count) {
    return new ColdStart(label, count + " mapped classes configured in a new JVM", count);
  }

  boolean isFirstRow() {
    return classes == 0;
  }

  /** What {@code compare.sh} measures. */
  static List<ColdStart> all() {
    return ALL;
  }

  static @Nullable ColdStart labelled(String label) {
    return ALL.stream().filter(each -> each.label.equals(label)).findFirst().orElse(null);
  }
}
