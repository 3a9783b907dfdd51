package io.alchemy.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another process on the same JDK and class path. */
public final class JavaCommand {
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
