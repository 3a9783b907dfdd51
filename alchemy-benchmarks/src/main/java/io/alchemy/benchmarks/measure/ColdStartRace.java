package io.alchemy.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.database.TemporaryFolder;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.stack.StackKind;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stacks taking turns at starting a JVM. */
public final class ColdStartRace implements AutoCloseable {
  private static final int ROUNDS = 5;

  private final ColdStart work;
  private final Purpose timing;
  private final Path log;
  private final TemporaryFolder folder = TemporaryFolder.create();
  private final List<Starter> starters = new ArrayList<>();

  /**
   * A race in which nobody takes part yet.
   *
   * @param timing one of the two purposes that time
   * @param log where processes write what they complain of
   */
  public ColdStartRace(ColdStart work, Purpose timing, Path log) throws IOException {
    this.work = work;
    this.timing = timing;
    this.log = log;
  }

  /**
   * What a process says before it ends.
   *
   * @param nanos what it measured itself; 0 if the time since it was started counts
   */
  static void answer(long nanos) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(Answer.of(nanos, system.getProcessCpuTime()));
  }

  /** Lets a stack take part, if it can do the work. */
  public void join(StackKind stack, Databases databases) throws Exception {
    if (work.isFirstRow()) {
      String url = databases.fresh(stack.label().replace('-', '_') + "_start");
      starters.add(new Starter(
          stack, JavaCommand.of(ChildProcess.QUIET, FirstRow.class, stack.label(), url)));
    } else if (ManyClasses.CAN.contains(stack)) {
      Path classes = Files.createDirectory(folder.path().resolve(stack.label()));
      GeneratedClasses generated = new GeneratedClasses(work.classes());
      generated.compileInto(classes, stack == StackKind.ALCHEMY_ORM);
      List<String> command = JavaCommand.of(
          ChildProcess.QUIET, ManyClasses.class, stack.label(), Integer.toString(work.classes()));
      int path = command.indexOf("-cp") + 1;
      command.set(path, command.get(path) + File.pathSeparator + classes);
      starters.add(new Starter(stack, command));
    }
  }

  /** The medians; the first round warms the file system and does not count. */
  public List<Measurement> run(Effort effort) throws Exception {
    int rounds = Math.min(ROUNDS, effort.rounds());
    for (int round = 0; round <= rounds; round++) {
      for (Starter starter : starters) {
        starter.start(round > 0);
      }
    }
    return starters.stream().map(Starter::measurement).toList();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private final class Starter {
    private final StackKind stack;
    private final List<String> command;
    private final List<Double> times = new ArrayList<>();
    private String problem = "";

    Starter(StackKind stack, List<String> command) {
      this.stack = stack;
      this.command = command;
    }

    void start(boolean counts) throws Exception {
      if (!problem.isEmpty()) {
        return;
      }
      long start = System.nanoTime();
      Process process = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
      String said = null;
      long wall = 0;
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          said = line;
          wall = System.nanoTime() - start;
        }
      }
      int status = process.waitFor();
      if (status != 0 || said == null) {
        problem = "its process ended with status " + status;
      } else if (counts) {
        times.add(time(Answer.parse(said), wall));
      }
    }

    private double time(Answer answer, long wall) {
      double own = answer.number();
      double processor = Double.parseDouble(answer.words().get(1));
      if (own > 0) {
        return own;
      }
      return timing == Purpose.TIME_PROCESSOR ? processor : wall;
    }

    Measurement measurement() {
      Starter base = starters.get(0);
      if (problem.isEmpty() && !base.problem.isEmpty()) {
        problem = base.stack.label() + " itself failed, so there is nothing to compare with";
      }
      if (!problem.isEmpty()) {
        return Measurement.missing(work.label(), stack.label(), problem);
      }
      return Measurement.ofTime(
          work.label(), stack.label(), Median.of(times), Median.ofRatios(times, base.times));
    }
  }
}
