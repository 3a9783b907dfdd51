package io.alchemy.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measurements on one database, in a file of comma-separated values when they are saved. */
public final class Results {
  private static final String HEADER =
      "workload,stack,nanoseconds,time ratio,bytes,bytes ratio,statements,run,problem";
  private static final int COLUMNS = 9;

  private final String database;
  private final String run;
  private final List<Measurement> measurements = new ArrayList<>();

  /**
   * Results of which nothing is known yet.
   *
   * @param run of which day, commit, JDK and database they are, without a comma
   */
  public Results(String database, String run) {
    this.database = database;
    this.run = run;
  }

  /** Adds one of this run, in the place of what was known of the same workload and stack. */
  public void add(Measurement measurement) {
    put(measurement.ofRun(run));
  }

  /** Adds all, each of the run that it is of. */
  public void addAll(Results others) {
    others.measurements.forEach(this::put);
  }

  private void put(Measurement measurement) {
    for (int i = 0; i < measurements.size(); i++) {
      if (isOf(measurements.get(i), measurement.workload(), measurement.stack())) {
        measurements.set(i, measurement);
        return;
      }
    }
    measurements.add(measurement);
  }

  private static boolean isOf(Measurement measurement, String workload, String stack) {
    return measurement.workload().equals(workload) && measurement.stack().equals(stack);
  }

  public String database() {
    return database;
  }

  public List<Measurement> all() {
    return List.copyOf(measurements);
  }

  /** Those of a part of {@code scale.sh}. */
  public Results of(ScalePart part) {
    Results some = new Results(database, run);
    measurements.stream().filter(part::has).forEach(some::put);
    return some;
  }

  @Nullable
  Measurement find(String workload, String stack) {
    return measurements.stream()
        .filter(each -> isOf(each, workload, stack))
        .findFirst()
        .orElse(null);
  }

  List<String> workloads() {
    return measurements.stream().map(Measurement::workload).distinct().toList();
  }

  List<String> stacks() {
    return measurements.stream().map(Measurement::stack).distinct().toList();
  }

  private static Path file(Path folder, String database) {
    return folder.resolve(database + ".csv");
  }

  /** What was saved for a database; nothing if nothing was. */
  public static Results read(Path folder, String database) throws IOException {
    Results results = new Results(database, "");
    Path file = file(folder, database);
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.skip(1).map(Results::parse).forEach(results::put);
      }
    }
    return results;
  }

  private static Measurement parse(String line) {
    String[] cells = line.split(",", COLUMNS);
    return new Measurement(
        cells[0],
        cells[1],
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]),
        Integer.parseInt(cells[6]),
        cells[8],
        cells[7]);
  }

  /** Saves these beside what was saved before; of the same workload and stack, these win. */
  public void save(Path folder) throws IOException {
    Results merged = read(folder, database);
    merged.addAll(this);
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (Measurement each : merged.all()) {
      lines.add(String.format(
          Locale.ROOT,
          "%s,%s,%.0f,%.3f,%.0f,%.3f,%d,%s,%s",
          each.workload(),
          each.stack(),
          each.nanos(),
          each.ratio(),
          each.bytes(),
          each.bytesRatio(),
          each.statements(),
          each.run(),
          each.problem()));
    }
    Files.createDirectories(folder);
    Files.write(file(folder, database), lines);
  }
}
