package io.alchemy.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure that a stack must not exceed. */
record Target(String database, String workload, String stack, Measure measure, double limit) {
  enum Measure {
    TIME(""),
    BYTES(" bytes"),
    STATEMENTS(" statements"),
    MICROSECONDS(" µs"),
    /**
     * How much longer each of a hundred queries takes than in a session that holds nothing: both as multiples of raw JDBC's time, since
     * a machine is not as fast while the one is measured as while the other is.
     */
    AUTOFLUSH(" µs a query"),
    OF_HIBERNATE(" of hibernate"),
    /** Than raw JDBC's plain object. */
    MORE_BYTES(" bytes more");

    private final String unit;

    Measure(String unit) {
      this.unit = unit;
    }

    /** The figure; not a number where something is missing that it is made of. */
    double of(Measurement measured, Results results) {
      return switch (this) {
        case TIME -> measured.ratio();
        case BYTES -> measured.bytesRatio();
        case STATEMENTS -> measured.statements();
        case MICROSECONDS -> measured.micros();
        case AUTOFLUSH ->
          (measured.ratio() - ratio(results.find("W10e", measured.stack())))
              * micros(results.find("W10e", "jdbc"))
              / QUERIES;
        case OF_HIBERNATE ->
          measured.micros() / micros(results.find(measured.workload(), "hibernate"));
        case MORE_BYTES -> measured.bytes() - bytes(results.find(measured.workload(), "jdbc"));
      };
    }

    private static double bytes(@Nullable Measurement other) {
      return other == null || other.isMissing() ? Double.NaN : other.bytes();
    }

    private static double ratio(@Nullable Measurement other) {
      return other == null || other.isMissing() ? Double.NaN : other.ratio();
    }

    private static double micros(@Nullable Measurement other) {
      return other == null || other.isMissing() ? Double.NaN : other.micros();
    }
  }

  private static final int QUERIES = 100;

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
    return measured == null || Double.isNaN(measure.of(measured, results)) ? null : measured;
  }

  /** Figures are compared as they are printed. */
  boolean isMetBy(Measurement measured, Results results) {
    return !measured.isMissing()
        && Double.parseDouble(number(measure.of(measured, results))) <= limit;
  }

  /** As {@code W2 1.41>1.30}. */
  String missedBy(Measurement measured, Results results) {
    String found =
        measured.isMissing() ? measured.problem() : number(measure.of(measured, results));
    return workload + " " + found + ">" + number(limit) + measure.unit;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
