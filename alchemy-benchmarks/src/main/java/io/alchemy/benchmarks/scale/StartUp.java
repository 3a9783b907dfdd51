package io.alchemy.benchmarks.scale;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.TemporaryFolder;
import io.alchemy.benchmarks.measure.Effort;
import io.alchemy.benchmarks.measure.Median;
import io.alchemy.benchmarks.report.Measurement;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the demo wiki takes to start, and its twin on Spring Data JPA: both from the jar that Spring Boot makes, on copies of one
 * database, by turns.
 */
final class StartUp implements Part {
  private static final int ROUNDS = 7;

  @Override
  public List<Measurement> measure(Setting setting) throws Exception {
    if (setting.kind() != DatabaseKind.SQLITE) {
      System.err.println("  left out: the twin knows SQLite alone");
      return List.of();
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      return race(runners(setting, folder.path()), setting.effort());
    }
  }

  /** The twin is the first; the wiki makes the database. */
  private static List<Runner> runners(Setting setting, Path folder) throws Exception {
    Path database = folder.resolve("wiki.db");
    Application wiki = new Application(
        jar(setting.module().resolveSibling("demo-wiki-app")),
        "--alchemy.url=sqlite:///" + database,
        setting.log());
    wiki.makeDatabase();
    Path copy = Files.copy(database, folder.resolve("twin.db"));
    Application twin = new Application(
        jar(setting.module().resolve("twin")),
        "--spring.datasource.url=jdbc:sqlite:" + copy + "?foreign_keys=on&busy_timeout=5000",
        setting.log());
    return List.of(new Runner("spring-data-jpa", twin), new Runner("wiki", wiki));
  }

  private static Path jar(Path module) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(module.resolve("target"), "*SNAPSHOT.jar")) {
      return jars.iterator().next();
    }
  }

  /** The first round warms the file system and does not count. */
  private static List<Measurement> race(List<Runner> runners, Effort effort) throws Exception {
    for (int round = 0; round <= Math.min(ROUNDS, effort.rounds()); round++) {
      for (Runner runner : runners) {
        Application.Start start = runner.application.start();
        if (round > 0) {
          runner.firstPages.add(start.firstPageNanos());
          runner.starts.add(start.startedNanos());
        }
      }
    }
    Runner base = runners.get(0);
    List<Measurement> measured = new ArrayList<>();
    for (Runner each : runners) {
      measured.add(each.measurement("first-page", each.firstPages, base.firstPages));
      measured.add(each.measurement("started", each.starts, base.starts));
    }
    return measured;
  }

  private static final class Runner {
    private final String label;
    private final Application application;
    private final List<Double> firstPages = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();

    Runner(String label, Application application) {
      this.label = label;
      this.application = application;
    }

    Measurement measurement(String what, List<Double> times, List<Double> bases) {
      return Measurement.ofTime(
          "startup " + what, label, Median.of(times), Median.ofRatios(times, bases));
    }
  }
}
