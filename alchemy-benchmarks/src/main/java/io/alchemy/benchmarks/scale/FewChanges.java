package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.measure.Effort;
import io.alchemy.benchmarks.measure.JavaCommand;
import io.alchemy.benchmarks.measure.Median;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.scale.Contenders.Contender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a flush of ten changed pages takes, while a session holds just them, and while it holds ten thousand. */
final class FewChanges implements Part {
  private static final int FEW = FlushTime.CHANGED;
  private static final int MANY = 10_000;

  @Override
  public List<Measurement> measure(Setting setting) throws Exception {
    List<Runner> runners = new ArrayList<>();
    Effort effort = setting.effort();
    try (Contenders contenders =
        new Contenders(setting, "flush", JavaCommand.STEADY_HEAP, FlushTime.class)) {
      for (Contender each : contenders) {
        Runner runner = new Runner(each, setting);
        runner.run(effort.warmUpMillis());
        runners.add(runner);
      }
      runners.forEach(Runner::forget);
      for (int round = 0; round < effort.rounds(); round++) {
        for (Runner runner : runners) {
          runner.run(effort.turnMillis());
        }
      }
    }
    List<Measurement> measured = new ArrayList<>();
    runners.forEach(runner -> measured.add(runner.measurement(FEW, runner.few)));
    runners.forEach(runner -> measured.add(runner.measurement(MANY, runner.many)));
    return measured;
  }

  /** A stack's times; those of a round stand side by side. */
  private static final class Runner {
    private final Contender contender;
    private final Setting setting;
    private final List<Double> few = new ArrayList<>();
    private final List<Double> many = new ArrayList<>();

    Runner(Contender contender, Setting setting) {
      this.contender = contender;
      this.setting = setting;
    }

    void run(int millis) throws IOException {
      few.add(setting.time(contender.ask(FEW + " " + millis)));
      many.add(setting.time(contender.ask(MANY + " " + millis)));
    }

    void forget() {
      few.clear();
      many.clear();
    }

    Measurement measurement(int held, List<Double> times) {
      return Measurement.ofTime(
          "flush " + held,
          contender.stack().label(),
          Median.of(times),
          Median.ofRatios(times, few));
    }
  }
}
