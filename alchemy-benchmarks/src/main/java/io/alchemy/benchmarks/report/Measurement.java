package io.alchemy.benchmarks.report;

/**
 * What one stack came to at one workload.
 *
 * @param workload its label
 * @param stack its label
 * @param nanos time of an operation: the median of the rounds
 * @param ratio to raw JDBC's time: the median of the rounds' ratios
 * @param bytes allocated by an operation
 * @param bytesRatio to what raw JDBC allocates
 * @param statements sent by an operation
 * @param problem why there are no figures; empty where there are
 * @param run of which day, commit, JDK and database it is; empty until it is among {@link Results}
 */
public record Measurement(
    String workload,
    String stack,
    double nanos,
    double ratio,
    double bytes,
    double bytesRatio,
    int statements,
    String problem,
    String run) {
  /** Figures of no run yet. */
  public static Measurement of(
      String workload,
      String stack,
      double nanos,
      double ratio,
      double bytes,
      double bytesRatio,
      int statements) {
    return new Measurement(workload, stack, nanos, ratio, bytes, bytesRatio, statements, "", "");
  }

  /** Nothing but time. */
  public static Measurement ofTime(String workload, String stack, double nanos, double ratio) {
    return of(workload, stack, nanos, ratio, 0, 0, 0);
  }

  /** Nothing to report but why. */
  public static Measurement missing(String workload, String stack, String problem) {
    return new Measurement(workload, stack, 0, 0, 0, 0, 0, problem, "");
  }

  Measurement ofRun(String itsRun) {
    return new Measurement(
        workload, stack, nanos, ratio, bytes, bytesRatio, statements, problem, itsRun);
  }

  public boolean isMissing() {
    return !problem.isEmpty();
  }

  double micros() {
    return nanos / 1_000;
  }
}
