package io.alchemy.benchmarks.measure;

import io.alchemy.benchmarks.stack.StackKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker, seen from the coordinator. It is idle except between a question and its answer. */
final class WorkerProcess implements AutoCloseable {
  /** The same for all stacks: a heap that does not grow, the collector that a JVM has anyway, and no warning of native code. */
  private static final List<String> FLAGS = List.of(
      "-Xms1g",
      "-Xmx1g",
      "-XX:+UseG1GC",
      "-XX:+IgnoreUnrecognizedVMOptions",
      "--enable-native-access=ALL-UNNAMED");

  /** For a process that is to be as it is when nobody tunes it. */
  static final List<String> QUIET =
      List.of("-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED");

  private final StackKind stack;
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream commands;

  private WorkerProcess(StackKind stack, Process process) {
    this.stack = stack;
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * Starts a process and waits until its stack is open.
   *
   * @param log where its standard error goes
   */
  static WorkerProcess start(StackKind stack, String url, Purpose purpose, Path log)
      throws IOException {
    List<String> command = JavaCommand.of(FLAGS, Worker.class, stack.label(), url, purpose.name());
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    WorkerProcess worker = new WorkerProcess(stack, process);
    worker.read();
    return worker;
  }

  StackKind stack() {
    return stack;
  }

  Answer ask(Command command) throws IOException {
    commands.println(command);
    return read();
  }

  private Answer read() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process of " + stack.label() + " ended; its log says why");
    }
    return Answer.parse(line);
  }

  @Override
  public void close() {
    commands.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException error) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
