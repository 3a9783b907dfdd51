package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.measure.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web application of Spring Boot that can be started.
 *
 * @param jar of Spring Boot's making
 * @param database the argument that names it
 * @param log where it writes what it complains of; what it says beside that is next to it
 */
record Application(Path jar, String database, Path log) {
  private static final Pattern STARTED = Pattern.compile("Started \\w+ in ([0-9.]+) seconds");
  private static final int PATIENCE_SECONDS = 120;
  private static final long PAUSE_MILLIS = 5;
  private static final double NANOS = 1e9;

  /**
   * How long a start took.
   *
   * @param firstPageNanos from the start of the JVM to the end of the first page
   * @param startedNanos what Spring Boot says
   */
  record Start(double firstPageNanos, double startedNanos) {}

  /** Starts it, asks it for its first page, and stops it. */
  Start start() throws Exception {
    return start("");
  }

  /** The same, with patience until it has written its first pages. */
  void makeDatabase() throws Exception {
    start("Welcome");
  }

  private Start start(String awaited) throws Exception {
    int port = freePort();
    Path output = log.resolveSibling(label() + ".out");
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command(port))
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .redirectOutput(output.toFile())
        .start();
    try {
      URI address = URI.create("http://localhost:" + port + "/");
      await(process, () -> page(address).filter(text -> text.contains(awaited)));
      double firstPage = System.nanoTime() - start;
      return new Start(firstPage, await(process, () -> started(output)));
    } finally {
      process.destroy();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private String label() {
    return String.valueOf(jar.getFileName()).replaceAll("-[0-9].*", "");
  }

  private List<String> command(int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ChildProcess.QUIET);
    command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, database));
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Something that comes in time. */
  private interface Awaited<T> {
    Optional<T> look() throws IOException;
  }

  private <T> T await(Process process, Awaited<T> awaited) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Optional<T> found = awaited.look();
    while (found.isEmpty()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(label() + " does not start; its log says why");
      }
      Thread.sleep(PAUSE_MILLIS);
      found = awaited.look();
    }
    return found.get();
  }

  /** The page, if there is somebody who answers. */
  private static Optional<String> page(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try (InputStream page = connection.getInputStream()) {
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK
          ? Optional.of(text)
          : Optional.empty();
    } catch (ConnectException nobody) {
      return Optional.empty();
    }
  }

  /** What it says of itself, if it has. */
  private static Optional<Double> started(Path output) throws IOException {
    Matcher line = STARTED.matcher(Files.readString(output));
    return line.find() ? Optional.of(Double.parseDouble(line.group(1)) * NANOS) : Optional.empty();
  }
}
