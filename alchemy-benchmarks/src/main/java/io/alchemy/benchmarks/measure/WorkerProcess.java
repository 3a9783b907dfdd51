package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.stack.StackKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker, seen from the coordinator. It is idle except between a question and its answer. */
final class WorkerProcess implements AutoCloseable {
  /** The same for all stacks: the collector that a JVM has anyway, and no warning of native code. */
  private static final List<String> FLAGS = List.of(
      "-XX:+UseG1GC", "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED");

  private final StackKind stack;
  private final ChildProcess process;

  private WorkerProcess(StackKind stack, ChildProcess process) {
    this.stack = stack;
    this.process = process;
  }

  /**
   * Starts a process and waits until its stack is open.
   *
   * @param log where its standard error goes
   */
  static WorkerProcess start(StackKind stack, String url, Purpose purpose, Path log)
      throws IOException {
    List<String> flags = new ArrayList<>(JavaCommand.STEADY_HEAP);
    flags.addAll(FLAGS);
    List<String> command = JavaCommand.of(flags, Worker.class, stack.label(), url, purpose.name());
    try {
      return new WorkerProcess(stack, ChildProcess.start(command, log));
    } catch (IOException error) {
      throw failed(stack, error);
    }
  }

  private static IOException failed(StackKind stack, IOException error) {
    return new IOException(stack.label() + ": " + error.getMessage(), error);
  }

  StackKind stack() {
    return stack;
  }

  Answer ask(Command command) throws IOException {
    try {
      return process.ask(command.toString());
    } catch (IOException error) {
      throw failed(stack, error);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
