package io.alchemy.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of {@code scale.sh}, and how each writes its figures. The label of a part is the first word of its workloads' labels. */
public enum ScalePart {
  MEMORY("bytes of an object that a session holds (more than a plain one of raw JDBC)") {
    @Override
    String cell(Measurement measured, Results results) {
      double more = Target.Measure.MORE_BYTES.of(measured, results);
      return measured.stack().equals(Table.BASE) || Double.isNaN(more)
          ? Table.bytes(measured.bytes())
          : String.format(Locale.ROOT, "%s (%+.0f)", Table.bytes(measured.bytes()), more);
    }
  },
  STREAM("most bytes that were live in a heap of 64 MB (as a ratio to those of few rows), time") {
    @Override
    String cell(Measurement measured, Results results) {
      return String.format(
          Locale.ROOT,
          "%s (%.2f) %s",
          Table.bytes(measured.bytes()),
          measured.bytesRatio(),
          Table.time(measured.nanos()));
    }
  },
  FLUSH("a flush of ten changed pages (as a ratio to one where nothing else is held)") {
    @Override
    String cell(Measurement measured, Results results) {
      return String.format(
          Locale.ROOT, "%s (%.2f)", Table.time(measured.nanos()), measured.ratio());
    }
  },
  CLASSES("mapped classes configured in a new JVM") {
    @Override
    String cell(Measurement measured, Results results) {
      return Table.time(measured.nanos());
    }
  },
  STARTUP(
      "start of a web application, to its first page and as Spring Boot says (as a ratio to the twin's)") {
    @Override
    String cell(Measurement measured, Results results) {
      return String.format(
          Locale.ROOT, "%s (%.2f)", Table.time(measured.nanos()), measured.ratio());
    }
  },
  THREADS("operations a second (time of one as a ratio to raw JDBC's)") {
    @Override
    String cell(Measurement measured, Results results) {
      return String.format(Locale.ROOT, "%.0f (%.2f)", 1e9 / measured.nanos(), measured.ratio());
    }
  };

  private final String title;

  ScalePart(String title) {
    this.title = title;
  }

  /** A measurement that is there. */
  abstract String cell(Measurement measured, Results results);

  /** As it is called on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its figures are. */
  public String title() {
    return title;
  }

  boolean has(Measurement measured) {
    return measured.workload().startsWith(label() + " ");
  }

  /** Its figures as text; nothing if there are none. */
  public String table(Results results) {
    Results some = results.of(this);
    return some.all().isEmpty() ? "" : title + "\n" + new Table(some, this::cell);
  }

  /** A table for each part of which there are figures. */
  static String tables(Results results) {
    return Arrays.stream(values())
        .map(part -> part.table(results))
        .filter(table -> !table.isEmpty())
        .map(table -> table + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The part with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ScalePart labelled(String label) {
    return Arrays.stream(values())
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no part \"" + label
            + "\"; there are " + Arrays.stream(values()).map(ScalePart::label).toList()));
  }

  /** Whether there is a part with this label. */
  public static boolean isLabel(String label) {
    return Arrays.stream(values()).anyMatch(part -> part.label().equals(label));
  }
}
