package io.alchemy.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM, seen from who started it: asked a line, it answers a line, and is idle in between. {@link Questions} is its other end. */
public final class ChildProcess implements AutoCloseable {
  /** For a process that is to be as it is when nobody tunes it. */
  public static final List<String> QUIET =
      List.of("-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED");

  /** The status of a JVM with the flag {@code ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  private ChildProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * Starts a process and waits until it can be asked.
   *
   * @param log where its standard error goes
   * @throws IOException if it ends instead
   */
  public static ChildProcess start(List<String> command, Path log) throws IOException {
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    ChildProcess child = new ChildProcess(process);
    try {
      child.read();
    } catch (IOException error) {
      child.close();
      throw error;
    }
    return child;
  }

  /** The answer to a question. */
  public Answer ask(String question) throws IOException {
    questions.println(question);
    return read();
  }

  private Answer read() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(
          isOutOfMemory() ? "out of memory" : "its process ended; its log says why");
    }
    return Answer.parse(line);
  }

  private boolean isOutOfMemory() throws IOException {
    try {
      return process.waitFor() == OUT_OF_MEMORY;
    } catch (InterruptedException error) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a process ends");
    }
  }

  @Override
  public void close() {
    questions.close();
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
