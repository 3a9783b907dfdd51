package io.alchemy.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Alchemy is to come to: the file {@code targets.csv}. */
public final class Targets {
  private final List<Target> targets;

  private Targets(List<Target> targets) {
    this.targets = targets;
  }

  public static Targets read() {
    try (InputStream resource = Targets.class.getResourceAsStream("targets.csv")) {
      if (resource == null) {
        throw new IllegalStateException("no resource targets.csv");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      return new Targets(lines.lines().skip(1).map(Target::parse).toList());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** How long a stack may take, as a ratio to raw JDBC; null if nothing is said. */
  @Nullable
  Double timeLimit(String database, String workload, String stack) {
    return targets.stream()
        .filter(target -> target.measure() == Target.Measure.TIME
            && target.database().equals(database)
            && target.workload().equals(workload)
            && target.stack().equals(stack))
        .map(Target::limit)
        .findFirst()
        .orElse(null);
  }

  /** {@code targets: N met, M missed}, and each that was missed, of those that the results are about. */
  public String summary(Results results) {
    int met = 0;
    List<String> missed = new ArrayList<>();
    for (Target target : targets) {
      Measurement measured = target.in(results);
      if (measured != null && target.isMetBy(measured, results)) {
        met++;
      } else if (measured != null) {
        missed.add(target.missedBy(measured, results));
      }
    }
    String summary = "targets: " + met + " met, " + missed.size() + " missed";
    return missed.isEmpty() ? summary : summary + ": " + String.join(", ", missed);
  }
}
