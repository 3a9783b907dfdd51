package io.alchemy.benchmarks.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Work that is done once by a new JVM: W9. */
enum ColdStart {
  FIRST_ROW("W9", "JVM start to first row, four mapped classes"),
  CLASSES("W9-classes", "300 mapped classes configured in a new JVM");

  private final String label;
  private final String description;

  ColdStart(String label, String description) {
    this.label = label;
    this.description = description;
  }

  String label() {
    return label;
  }

  String description() {
    return description;
  }

  static @Nullable ColdStart labelled(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(label))
        .findFirst()
        .orElse(null);
  }
}
