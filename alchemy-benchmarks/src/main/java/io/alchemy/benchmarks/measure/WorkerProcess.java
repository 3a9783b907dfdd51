package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.stack.StackKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker, seen from the coordinator. It is idle except between a question and its answer. One that has ended is not started again: it
 * fails at whatever it is asked.
 */
final class WorkerProcess implements AutoCloseable {
  /** The same for all stacks: the collector that a JVM has anyway, and no warning of native code. */
  private static final List<String> FLAGS = List.of(
      "-XX:+UseG1GC", "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED");

  private final StackKind stack;
  private @Nullable ChildProcess process;
  private Answer end = Answer.absent();

  private WorkerProcess(StackKind stack) {
    this.stack = stack;
  }

  /**
   * Starts a process and waits until its stack is open, or it has ended.
   *
   * @param log where its standard error goes
   */
  static WorkerProcess start(StackKind stack, String url, Purpose purpose, Path log) {
    List<String> flags = new ArrayList<>(JavaCommand.STEADY_HEAP);
    flags.addAll(FLAGS);
    List<String> command = JavaCommand.of(flags, Worker.class, stack.label(), url, purpose.name());
    WorkerProcess worker = new WorkerProcess(stack);
    try {
      worker.process = ChildProcess.start(command, log);
    } catch (IOException error) {
      worker.end = Answer.failed(error);
    }
    return worker;
  }

  StackKind stack() {
    return stack;
  }

  Answer ask(Command command) {
    if (process == null) {
      return end;
    }
    try {
      return process.ask(command.toString());
    } catch (IOException error) {
      close();
      end = Answer.failed(error);
      return end;
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
