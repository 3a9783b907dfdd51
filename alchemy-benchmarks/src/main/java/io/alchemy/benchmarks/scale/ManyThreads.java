package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.measure.Effort;
import io.alchemy.benchmarks.measure.JavaCommand;
import io.alchemy.benchmarks.measure.Median;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.scale.Contenders.Contender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many pages are read in a second by one thread, and by many that share a pool. */
final class ManyThreads implements Part {
  private static final List<Integer> THREADS = List.of(1, 8, 32);
  private static final int WARM_UP_THREADS = 8;
  private static final int WARM_UPS = 4;

  /** Who reads what. */
  private record Work(Reads reads, int threads, boolean virtual) {
    String label() {
      return "threads " + reads.name().toLowerCase(Locale.ROOT) + "-" + threads
          + (virtual ? "-virtual" : "");
    }

    String question(int millis) {
      return reads + " " + threads + " " + virtual + " " + millis;
    }
  }

  private static List<Work> works() {
    List<Work> works = new ArrayList<>();
    for (Reads reads : Reads.values()) {
      for (int threads : THREADS) {
        works.add(new Work(reads, threads, false));
      }
      for (int threads : THREADS) {
        if (threads > 1 && VirtualThreads.areThere()) {
          works.add(new Work(reads, threads, true));
        }
      }
    }
    return works;
  }

  @Override
  public List<Measurement> measure(Setting setting) throws Exception {
    if (!VirtualThreads.areThere()) {
      System.err.println("  virtual threads are left out: they need JDK 21 or later");
    }
    List<Measurement> measured = new ArrayList<>();
    try (Contenders contenders =
        new Contenders(setting, "threads", JavaCommand.STEADY_HEAP, Throughput.class)) {
      warmUp(contenders, setting.effort());
      for (Work work : works()) {
        measured.addAll(measure(work, contenders, setting));
      }
    }
    return measured;
  }

  /** Else what comes first is of code that is not compiled yet. */
  private static void warmUp(Contenders contenders, Effort effort) throws IOException {
    for (Contender each : contenders) {
      for (Reads reads : Reads.values()) {
        each.ask(
            new Work(reads, WARM_UP_THREADS, false).question(WARM_UPS * effort.warmUpMillis()));
      }
    }
  }

  private static List<Measurement> measure(Work work, Contenders contenders, Setting setting)
      throws Exception {
    Effort effort = setting.effort();
    List<List<Double>> times = new ArrayList<>();
    for (Contender each : contenders) {
      each.ask(work.question(effort.warmUpMillis()));
      times.add(new ArrayList<>());
    }
    for (int round = 0; round < effort.rounds(); round++) {
      int runner = 0;
      for (Contender each : contenders) {
        times.get(runner++).add(setting.time(each.ask(work.question(effort.turnMillis()))));
      }
    }
    List<Measurement> measured = new ArrayList<>();
    for (Contender each : contenders) {
      List<Double> own = times.get(measured.size());
      measured.add(Measurement.ofTime(
          work.label(), each.stack().label(), Median.of(own), Median.ofRatios(own, times.get(0))));
    }
    return measured;
  }
}
