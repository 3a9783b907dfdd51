package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.report.Results;
import io.alchemy.benchmarks.report.Table;
import io.alchemy.benchmarks.report.Targets;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The program behind {@code compare.sh}. */
public final class Compare {
  private DatabaseKind database = DatabaseKind.SQLITE;
  private final List<Workload> workloads = new ArrayList<>();
  private final Set<ColdStart> coldStarts = new LinkedHashSet<>();
  private final List<StackKind> stacks = new ArrayList<>();
  private Effort effort = Effort.FULL;
  private Purpose timing = Purpose.TIME;

  private Compare() {}

  /**
   * @param arguments the folder of the module, then {@code [sqlite|h2|postgresql] [W1 W3 …] [--quick] [--processor] [--stacks=a,b]}
   */
  public static void main(String[] arguments) throws Exception {
    Compare compare = new Compare();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      compare.read(argument);
    }
    compare.run(Path.of(arguments[0]));
  }

  private void read(String argument) {
    if (argument.equals("--quick")) {
      effort = Effort.QUICK;
    } else if (argument.equals("--processor")) {
      timing = Purpose.TIME_PROCESSOR;
    } else if (argument.startsWith("--stacks=")) {
      for (String label : argument.substring("--stacks=".length()).split(",", -1)) {
        stacks.add(StackKind.labelled(label));
      }
    } else if (ColdStart.labelled(argument) != null) {
      coldStarts.add(ColdStart.labelled(argument));
    } else if (argument.startsWith("W")) {
      workloads.add(Workload.labelled(argument));
    } else {
      database = DatabaseKind.valueOf(argument.toUpperCase(Locale.ROOT));
    }
  }

  private void run(Path module) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path log = module.resolve("target").resolve("workers.log");
    Files.deleteIfExists(log);
    Coordinator coordinator = new Coordinator(database, effort, timing, log, System.err);
    boolean all = workloads.isEmpty() && coldStarts.isEmpty();
    Results results = coordinator.measure(
        chosenStacks(out),
        all ? Workload.all() : workloads,
        all ? ColdStart.all() : coldStarts,
        measured -> save(measured, module));
    out.println(results.database() + ", Java " + Runtime.version().feature() + ", "
        + effort.rounds() + " rounds: " + (timing == Purpose.TIME ? "" : "processor ")
        + "time and (bytes) as ratios to raw JDBC's, statements");
    out.print(new Table(results));
    out.println(Targets.read().summary(results));
  }

  private void save(Results results, Path module) throws IOException {
    if (effort == Effort.FULL && timing == Purpose.TIME) {
      results.save(module.resolve("results"));
    }
  }

  /** Raw JDBC first. */
  private List<StackKind> chosenStacks(PrintStream out) {
    List<StackKind> chosen = new ArrayList<>(List.of(StackKind.JDBC));
    for (StackKind stack : stacks.isEmpty() ? StackKind.all() : stacks) {
      if (!stack.isBuilt()) {
        out.println(stack.label() + " is left out: it needs a newer JDK than this build has");
      } else if (!chosen.contains(stack)) {
        chosen.add(stack);
      }
    }
    return chosen;
  }
}
