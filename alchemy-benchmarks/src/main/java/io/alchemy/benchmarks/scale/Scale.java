package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.measure.Effort;
import io.alchemy.benchmarks.measure.Purpose;
import io.alchemy.benchmarks.measure.ThisRun;
import io.alchemy.benchmarks.report.Results;
import io.alchemy.benchmarks.report.ScalePart;
import io.alchemy.benchmarks.report.Targets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The program behind {@code scale.sh}. */
public final class Scale {
  private DatabaseKind database = DatabaseKind.SQLITE;
  private final Set<ScalePart> parts = EnumSet.noneOf(ScalePart.class);
  private Effort effort = Effort.FULL;
  private Purpose timing = Purpose.TIME;

  private Scale() {}

  /**
   * Measures, prints, and saves.
   *
   * @param arguments the folder of the module, then {@code [sqlite|h2|postgresql] [memory|stream|flush|classes|startup|threads …] [--quick] [--processor]}
   */
  public static void main(String[] arguments) throws Exception {
    Scale scale = new Scale();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      scale.read(argument);
    }
    scale.run(Path.of(arguments[0]));
  }

  private void read(String argument) {
    if (argument.equals("--quick")) {
      effort = Effort.QUICK;
    } else if (argument.equals("--processor")) {
      timing = Purpose.TIME_PROCESSOR;
    } else if (ScalePart.isLabel(argument)) {
      parts.add(ScalePart.labelled(argument));
    } else {
      database = DatabaseKind.valueOf(argument.toUpperCase(Locale.ROOT));
    }
  }

  private void run(Path module) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(database.label() + ", Java " + Runtime.version().feature());
    Results all = new Results(database.label(), "");
    for (ScalePart part : parts.isEmpty() ? EnumSet.allOf(ScalePart.class) : parts) {
      System.err.println("measuring " + part.label());
      Results results = measure(part, module);
      if (effort.equals(Effort.FULL) && timing == Purpose.TIME) {
        results.save(module.resolve("results").resolve("scale"));
      }
      String table = part.table(results);
      out.print(table.isEmpty() ? "" : "\n" + table);
      all.addAll(results);
    }
    out.println("\n" + Targets.read().summary(all));
  }

  private Results measure(ScalePart part, Path module) throws Exception {
    Path log = module.resolve("target").resolve("scale-" + part.label() + ".log");
    Files.deleteIfExists(log);
    try (Databases databases = Databases.of(database)) {
      Results results = new Results(database.label(), ThisRun.on(databases));
      of(part)
          .measure(new Setting(database, databases, effort, timing, module, log))
          .forEach(results::add);
      return results;
    } catch (IOException error) {
      throw new IOException(part.label() + ": " + error.getMessage() + " (" + log + ")", error);
    }
  }

  private static Part of(ScalePart part) {
    return switch (part) {
      case MEMORY -> new HeldObjects();
      case STREAM -> new StreamedRows();
      case FLUSH -> new FewChanges();
      case CLASSES -> new MappedClasses();
      case STARTUP -> new StartUp();
      case THREADS -> new ManyThreads();
    };
  }
}
