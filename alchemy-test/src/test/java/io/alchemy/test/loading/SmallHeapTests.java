package io.alchemy.test.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.test.TestDatabase;
import io.alchemy.test.wiki.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hundred thousand pages, of 400 characters each, pass through one session of a JVM that could not hold them all. */
class SmallHeapTests {
  private static final int ROWS = 100_000;
  private static final int CHARACTERS = 400;
  private static final String HEAP = "-Xmx24m";

  private static final TestDatabase DATABASE = TestDatabase.sqlite();

  @BeforeAll
  static void fill() {
    Model.METADATA.createAll(DATABASE.engine());
    DATABASE
        .engine()
        .transaction(c -> c.execute(
            "INSERT INTO page (title, content)"
                + " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                + " SELECT 'page ' || i, substr(printf('%0400d', i), 1, ?) FROM n",
            ROWS, CHARACTERS));
  }

  @AfterAll
  static void delete() {
    DATABASE.close();
  }

  private record Ended(int code, String printed) {}

  private static Ended read(String how) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process = new ProcessBuilder(List.of(
            java,
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            classPath,
            StreamingProgram.class.getName(),
            DATABASE.url(),
            how))
        .redirectErrorStream(true)
        .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), printed);
  }

  @Test
  void aStreamNeedsTheMemoryOfOneChunk() throws Exception {
    Ended ended = read("stream");

    assertThat(ended.printed())
        .endsWith(ROWS + " " + ROWS * (ROWS + 1L) / 2 + " " + (long) ROWS * CHARACTERS);
    assertThat(ended.code()).isZero();
  }

  /** Else the test above would show nothing. */
  @Test
  void theHeapIsTooSmallForAllAtOnce() throws Exception {
    assertThat(read("all").printed()).contains("OutOfMemoryError");
  }
}
