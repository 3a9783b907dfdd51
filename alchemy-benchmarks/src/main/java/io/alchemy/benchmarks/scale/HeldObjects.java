package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.scale.Contenders.Contender;
import java.util.ArrayList;
import java.util.List;

/** How many bytes of a heap an object takes that a session has loaded and holds, its values and the session's share included. */
final class HeldObjects implements Part {
  @Override
  public List<Measurement> measure(Setting setting) throws Exception {
    List<Measurement> measured = new ArrayList<>();
    try (Contenders contenders =
        new Contenders(setting, "memory", LiveHeap.flags("1g"), HeldBytes.class)) {
      for (HeldBytes.What what : HeldBytes.What.values()) {
        double base = Double.NaN;
        for (Contender each : contenders) {
          double bytes = each.ask(what.name()).get(0);
          base = each.isBase() ? bytes : base;
          measured.add(Measurement.of(
              "memory " + what.label(), each.stack().label(), 0, 0, bytes, bytes / base, 0));
        }
      }
    }
    return measured;
  }
}
