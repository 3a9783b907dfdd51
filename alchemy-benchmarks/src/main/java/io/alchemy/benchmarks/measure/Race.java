package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * One workload, stacks taking turns, so that a noisy machine falls on all alike: a ratio is between turns of the same round, and the
 * median of the rounds is reported. Each round another stack begins, so that none has the same one before it every time.
 */
final class Race {
  /** Enough for the mean to stand still. */
  private static final int ALLOCATIONS = 24;

  private final Workload workload;
  private final Effort effort;
  private final List<Runner> runners = new ArrayList<>();

  /**
   * Prepares the race.
   *
   * @param workers the first is raw JDBC's
   */
  Race(Workload workload, List<WorkerProcess> workers, Effort effort) {
    this.workload = workload;
    this.effort = effort;
    workers.forEach(worker -> runners.add(new Runner(worker)));
  }

  /** Those who came to an end, and those who failed on the way. When raw JDBC fails, nobody goes on. */
  List<Runner> run() {
    for (Runner runner : runners) {
      runner.ask(Command.Kind.TIME, effort.warmUpMillis());
    }
    for (int round = 0; round < effort.rounds(); round++) {
      for (int turn = 0; turn < runners.size(); turn++) {
        Runner runner = runners.get((round + turn) % runners.size());
        runner.times.add(runner.ask(Command.Kind.TIME, effort.turnMillis()));
      }
    }
    for (Runner runner : runners) {
      runner.bytes = runner.ask(Command.Kind.ALLOCATE, ALLOCATIONS);
    }
    return runners;
  }

  /** A stack in the race. */
  final class Runner {
    private final WorkerProcess worker;
    private final List<Double> times = new ArrayList<>();
    private double bytes;
    private String problem = "";

    Runner(WorkerProcess worker) {
      this.worker = worker;
    }

    StackKind stack() {
      return worker.stack();
    }

    private double ask(Command.Kind what, int amount) {
      if (!problem().isEmpty()) {
        return Double.NaN;
      }
      Answer answer = worker.ask(new Command(what, workload, amount));
      if (answer.kind() == Answer.Kind.DONE) {
        return answer.number();
      }
      problem = answer.text();
      return Double.NaN;
    }

    private String problem() {
      return problem.isEmpty() && !runners.get(0).problem.isEmpty() ? Verdicts.NO_BASE : problem;
    }

    Measurement measurement(int statements) {
      if (!problem().isEmpty()) {
        return Measurement.missing(workload.label(), stack().label(), problem());
      }
      Runner base = runners.get(0);
      return Measurement.of(
          workload.label(),
          stack().label(),
          Median.of(times),
          Median.ofRatios(times, base.times),
          bytes,
          bytes / base.bytes,
          statements);
    }
  }
}
