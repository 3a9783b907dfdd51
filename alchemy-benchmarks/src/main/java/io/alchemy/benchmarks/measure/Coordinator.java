package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.report.Results;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures stacks against each other on one database. First each does each workload in a process of its own that counts statements, and
 * what comes of it is compared with what raw JDBC makes of it. Then each has a process to be timed in, and they take turns.
 */
final class Coordinator {
  private final DatabaseKind kind;
  private final Effort effort;
  private final Purpose timing;
  private final Path log;
  private final PrintStream progress;

  /**
   * A coordinator that has done nothing yet.
   *
   * @param timing one of the two purposes that time
   */
  Coordinator(DatabaseKind kind, Effort effort, Purpose timing, Path log, PrintStream progress) {
    this.kind = kind;
    this.effort = effort;
    this.timing = timing;
    this.log = log;
    this.progress = progress;
  }

  /** Keeps what is known so far: a run takes long, and may end before its end. */
  interface Keeper {
    void keep(Results results) throws IOException;
  }

  /**
   * What each stack came to. A stack whose content differs from raw JDBC's is not timed, but reported; so is one whose process ends.
   *
   * @param stacks the first is raw JDBC
   * @param keeper is given all after each workload
   */
  Results measure(
      List<StackKind> stacks,
      List<Workload> workloads,
      Collection<ColdStart> coldStarts,
      Keeper keeper)
      throws Exception {
    try (Databases databases = Databases.of(kind)) {
      Results results = new Results(kind.label(), ThisRun.on(databases));
      // First, while no other process is there.
      for (ColdStart coldStart : coldStarts) {
        measure(coldStart, stacks, databases, results);
        keeper.keep(results);
      }
      if (workloads.isEmpty()) {
        return results;
      }
      Map<StackKind, Map<Workload, Answer>> verified = new EnumMap<>(StackKind.class);
      for (StackKind stack : stacks) {
        verified.put(stack, verify(stack, databases, workloads));
      }
      List<WorkerProcess> workers = new ArrayList<>();
      try {
        for (StackKind stack : stacks) {
          workers.add(start(stack, databases, timing));
        }
        for (Workload workload : workloads) {
          measure(workload, workers, new Verdicts(workload, verified), results);
          keeper.keep(results);
        }
      } finally {
        workers.forEach(WorkerProcess::close);
      }
      return results;
    }
  }

  private void measure(
      ColdStart coldStart, List<StackKind> stacks, Databases databases, Results results)
      throws Exception {
    progress.println("timing " + coldStart.label() + ", " + coldStart.description());
    if (coldStart.isFirstRow() && kind == DatabaseKind.H2) {
      progress.println("  left out: H2 in memory has no row that was there before");
      return;
    }
    try (ColdStartRace race = new ColdStartRace(coldStart, timing, log)) {
      for (StackKind stack : stacks) {
        race.join(stack, databases);
      }
      race.run(effort).forEach(results::add);
    }
  }

  private WorkerProcess start(StackKind stack, Databases databases, Purpose purpose)
      throws Exception {
    String name = stack.label().replace('-', '_') + "_" + purpose.name().toLowerCase(Locale.ROOT);
    return WorkerProcess.start(stack, databases.fresh(name), purpose, log);
  }

  private Map<Workload, Answer> verify(
      StackKind stack, Databases databases, List<Workload> workloads) throws Exception {
    progress.println("verifying " + stack.label());
    Map<Workload, Answer> answers = new EnumMap<>(Workload.class);
    try (WorkerProcess worker = start(stack, databases, Purpose.VERIFY)) {
      for (Workload workload : workloads) {
        answers.put(workload, worker.ask(new Command(Command.Kind.VERIFY, workload, 1)));
      }
    }
    return answers;
  }

  private void measure(
      Workload workload, List<WorkerProcess> all, Verdicts verdicts, Results results) {
    progress.println("timing " + workload.label() + ", " + workload.description());
    List<WorkerProcess> workers = new ArrayList<>();
    for (WorkerProcess worker : all) {
      String problem = verdicts.problem(worker.stack());
      if (verdicts.isRight(worker.stack())) {
        workers.add(worker);
      } else if (!problem.isEmpty()) {
        results.add(Measurement.missing(workload.label(), worker.stack().label(), problem));
      }
    }
    Race race = new Race(workload, workers, effort);
    for (Race.Runner runner : race.run()) {
      results.add(runner.measurement(verdicts.statements(runner.stack())));
    }
  }
}
