package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.scale.Contenders.Contender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of a small heap is taken while few rows are streamed through it, and while many are. */
final class StreamedRows implements Part {
  /** The last of them are a hundred times the first. */
  private static final List<Integer> COUNTS = List.of(10_000, StreamedHeap.ROWS);

  private static final String HEAP = "64m";

  @Override
  public List<Measurement> measure(Setting setting) throws Exception {
    if (setting.kind() == DatabaseKind.H2) {
      System.err.println("  left out: H2 in memory has its rows in the heap that is measured");
      return List.of();
    }
    List<Measurement> measured = new ArrayList<>();
    try (Contenders contenders =
        new Contenders(setting, "stream", LiveHeap.flags(HEAP), StreamedHeap.class)) {
      Map<String, Double> ofFew = new HashMap<>();
      for (int count : COUNTS) {
        for (Contender each : contenders) {
          measured.add(measure(each, count, ofFew));
        }
      }
    }
    return measured;
  }

  private static Measurement measure(Contender contender, int count, Map<String, Double> ofFew) {
    String label = "stream " + count;
    String stack = contender.stack().label();
    try {
      List<Double> answer = contender.ask(Integer.toString(count));
      double bytes = answer.get(1);
      double ratio = bytes / ofFew.computeIfAbsent(stack, first -> bytes);
      return Measurement.of(label, stack, answer.get(0), 1, bytes, ratio, 0);
    } catch (IOException error) {
      return Measurement.missing(label, stack, "in " + HEAP + ": " + error.getMessage());
    }
  }
}
