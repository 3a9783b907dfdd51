package io.alchemy.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTests {
  @TempDir
  private Path folder;

  private static Measurement measured(String workload, String stack) {
    return Measurement.of(workload, stack, 1_000, 1, 24, 1, 1);
  }

  private void save(String run, Measurement... measurements) throws Exception {
    Results results = new Results("sqlite", run);
    for (Measurement each : measurements) {
      results.add(each);
    }
    results.save(folder);
  }

  private String runs() throws Exception {
    return new Runs(Results.read(folder, "sqlite")).toString();
  }

  @Test
  void whatIsSavedIsRead() throws Exception {
    Measurement missing = Measurement.missing("W2", "ebean", "failed, as it says");
    save("today", measured("W1", "jdbc"), missing);
    assertThat(Results.read(folder, "sqlite").all())
        .containsExactly(measured("W1", "jdbc").ofRun("today"), missing.ofRun("today"));
  }

  @Test
  void oneRunIsNamedOnce() throws Exception {
    save("today", measured("W1", "jdbc"), measured("W2", "jdbc"));
    assertThat(runs()).isEqualTo("today\n");
  }

  @Test
  void workloadsOfAnotherRunAreNamed() throws Exception {
    save("yesterday", measured("W1", "jdbc"), measured("W2", "jdbc"));
    save("today", measured("W2", "jdbc"));
    assertThat(runs()).isEqualTo("W1: yesterday\nW2: today\n");
  }

  @Test
  void stacksOfAnotherRunAreNamed() throws Exception {
    save("yesterday", measured("W1", "jdbc"), measured("W1", "ebean"));
    save("today", measured("W1", "ebean"));
    assertThat(runs()).isEqualTo("W1 of jdbc: yesterday\nW1 of ebean: today\n");
  }
}
