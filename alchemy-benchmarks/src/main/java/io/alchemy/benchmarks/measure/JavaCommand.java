package io.alchemy.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another process on the same JDK and class path. */
public final class JavaCommand {
  /**
   * A heap that does not grow and is all touched before anything is measured. On a virtual machine the first touch of a page of memory
   * can cost more than all that is done with it: inserting 1,000 pages took 5.4 ms while the heap was new, and 1.6 ms once it had been
   * gone through.
   */
  public static final List<String> STEADY_HEAP =
      List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private JavaCommand() {}

  public static List<String> of(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
