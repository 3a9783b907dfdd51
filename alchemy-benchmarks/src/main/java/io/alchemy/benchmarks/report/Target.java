package io.alchemy.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure that a stack must not exceed. */
record Target(String database, String workload, String stack, Measure measure, double limit) {
  enum Measure {
    TIME("", Measurement::ratio),
    BYTES(" bytes", Measurement::bytesRatio),
    STATEMENTS(" statements", Measurement::statements),
    MICROSECONDS(" µs", Measurement::micros);

    private final String unit;
    private final java.util.function.ToDoubleFunction<Measurement> value;

    Measure(String unit, java.util.function.ToDoubleFunction<Measurement> value) {
      this.unit = unit;
      this.value = value;
    }
  }

  static Target parse(String line) {
    String[] cells = line.split(",", -1);
    return new Target(
        cells[0],
        cells[1],
        cells[2],
        Measure.valueOf(cells[3].toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells[4]));
  }

  /** The measurement that it is about; null where there is none. */
  @Nullable
  Measurement in(Results results) {
    Measurement measured =
        database.equals(results.database()) ? results.find(workload, stack) : null;
    return measured;
  }

  /** Figures are compared as they are printed. */
  boolean isMetBy(Measurement measured) {
    return !measured.isMissing()
        && Double.parseDouble(number(measure.value.applyAsDouble(measured))) <= limit;
  }

  /** As {@code W2 1.41>1.30}. */
  String missedBy(Measurement measured) {
    String found =
        measured.isMissing() ? measured.problem() : number(measure.value.applyAsDouble(measured));
    return workload + " " + found + ">" + number(limit) + measure.unit;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
