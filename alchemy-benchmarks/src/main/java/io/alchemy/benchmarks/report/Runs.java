package io.alchemy.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which results are of which run, as text: a line for each run, which names its workloads where there are other runs. */
final class Runs {
  private final Results results;

  Runs(Results results) {
    this.results = results;
  }

  @Override
  public String toString() {
    Map<String, Set<String>> runs = new LinkedHashMap<>();
    for (Measurement each : results.all()) {
      runs.computeIfAbsent(each.run(), run -> new LinkedHashSet<>()).add(label(each));
    }
    return runs.entrySet().stream()
        .map(run -> (runs.size() == 1 ? "" : String.join(", ", run.getValue()) + ": ")
            + (run.getKey().isEmpty() ? "of an unknown run" : run.getKey())
            + "\n")
        .collect(Collectors.joining());
  }

  /** The workload; and the stack, if not all are of the same run. */
  private String label(Measurement measured) {
    boolean whole = results.all().stream()
        .filter(each -> each.workload().equals(measured.workload()))
        .allMatch(each -> each.run().equals(measured.run()));
    return whole ? measured.workload() : measured.workload() + " of " + measured.stack();
  }
}
