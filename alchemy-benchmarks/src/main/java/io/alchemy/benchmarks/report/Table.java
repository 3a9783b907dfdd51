package io.alchemy.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results as text: a line for each workload, a column for each stack. A cell is the ratio to raw JDBC's time, in brackets that to the
 * bytes it allocates, and the number of statements; raw JDBC's own are absolute.
 */
public final class Table {
  static final String BASE = "jdbc";
  /** Workloads of which no ratio says anything: raw JDBC has the text as good as ready, and nothing to flush. */
  static final Set<String> ABSOLUTE = Set.of("W7r", "W7r-miss", "W10f", "W9-classes");

  /** How a measurement is written. */
  interface Cells {
    String of(Measurement measured, Results results);
  }

  private final Results results;
  private final Cells cells;

  public Table(Results results) {
    this(results, (measured, all) -> cell(measured));
  }

  Table(Results results, Cells cells) {
    this.results = results;
    this.cells = cells;
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(results.database()));
    header.addAll(results.stacks());
    lines.add(header);
    List<String> problems = new ArrayList<>();
    for (String workload : results.workloads()) {
      List<String> line = new ArrayList<>(List.of(workload));
      for (String stack : results.stacks()) {
        Measurement measured = results.find(workload, stack);
        line.add(text(measured));
        if (measured != null && measured.isMissing()) {
          problems.add(workload + ", " + stack + ": " + measured.problem());
        }
      }
      lines.add(line);
    }
    return aligned(lines) + (problems.isEmpty() ? "" : String.join("\n", problems) + "\n");
  }

  private String text(@Nullable Measurement measured) {
    if (measured == null) {
      return "-";
    }
    return measured.isMissing() ? "failed" : cells.of(measured, results);
  }

  private static String cell(Measurement measured) {
    if (measured.stack().equals(BASE) && measured.bytes() == 0) {
      return time(measured.nanos());
    }
    if (measured.bytes() == 0) {
      return ABSOLUTE.contains(measured.workload())
          ? time(measured.nanos())
          : String.format(Locale.ROOT, "%.2f", measured.ratio());
    }
    if (measured.stack().equals(BASE)) {
      return String.format(
          Locale.ROOT,
          "%s (%s) %d",
          time(measured.nanos()),
          bytes(measured.bytes()),
          measured.statements());
    }
    if (ABSOLUTE.contains(measured.workload())) {
      return String.format(Locale.ROOT, "%s (%s)", time(measured.nanos()), bytes(measured.bytes()));
    }
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f) %d",
        measured.ratio(),
        measured.bytesRatio(),
        measured.statements());
  }

  static String time(double nanos) {
    return nanos < 1e6
        ? String.format(Locale.ROOT, "%.2f µs", nanos / 1e3)
        : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  static String bytes(double bytes) {
    return bytes < 1e5
        ? String.format(Locale.ROOT, "%.0f B", bytes)
        : String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
  }

  private static String aligned(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        int index = column;
        int width =
            lines.stream().mapToInt(each -> each.get(index).length()).max().orElse(0);
        row.append(String.format("%-" + (width + 2) + "s", line.get(column)));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
