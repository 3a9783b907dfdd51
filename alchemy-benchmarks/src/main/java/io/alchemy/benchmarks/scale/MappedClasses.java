package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.measure.ColdStart;
import io.alchemy.benchmarks.measure.ColdStartRace;
import io.alchemy.benchmarks.measure.Purpose;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.stack.StackKind;
import java.util.List;

/** How long a new JVM takes to configure a thousand mapped classes. No database is asked. */
final class MappedClasses implements Part {
  private static final int COUNT = 1_000;

  @Override
  public List<Measurement> measure(Setting setting) throws Exception {
    ColdStart work = ColdStart.classes("classes " + COUNT, COUNT);
    try (ColdStartRace race = new ColdStartRace(work, Purpose.TIME, setting.log())) {
      for (StackKind stack : Setting.STACKS) {
        race.join(stack, setting.databases());
      }
      return race.run(setting.effort());
    }
  }
}
