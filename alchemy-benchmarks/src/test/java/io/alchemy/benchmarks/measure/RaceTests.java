package io.alchemy.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.report.Measurement;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTests {
  private static final String NO_DATABASE = "jdbc:sqlite:/there/is/no/such.db";
  private static final Effort SHORT = new Effort(1, 1, 1);

  @TempDir
  private Path folder;

  private WorkerProcess start(StackKind stack, String url) {
    return WorkerProcess.start(stack, url, Purpose.TIME, folder.resolve("log"));
  }

  private static List<Measurement> race(WorkerProcess... workers) {
    return new Race(Workload.ONE_PAGE, List.of(workers), SHORT)
        .run().stream().map(runner -> runner.measurement(1)).toList();
  }

  @Test
  void othersGoOnWhenAWorkerHasEnded() throws Exception {
    try (Databases databases = Databases.of(DatabaseKind.SQLITE);
        WorkerProcess base = start(StackKind.JDBC, databases.fresh("alive"));
        WorkerProcess dead = start(StackKind.JDBC_PREPARING, NO_DATABASE)) {
      assertThat(race(base, dead))
          .extracting(Measurement::stack, Measurement::isMissing)
          .containsExactly(tuple("jdbc", false), tuple("jdbc-preparing", true));
    }
  }

  @Test
  void nobodyIsComparedWithRawJdbcThatHasEnded() throws Exception {
    try (Databases databases = Databases.of(DatabaseKind.SQLITE);
        WorkerProcess dead = start(StackKind.JDBC, NO_DATABASE);
        WorkerProcess other = start(StackKind.JDBC_PREPARING, databases.fresh("alive"))) {
      assertThat(race(dead, other))
          .extracting(Measurement::problem)
          .containsExactly(
              "java.io.IOException: its process ended; its log says why", Verdicts.NO_BASE);
    }
  }
}
