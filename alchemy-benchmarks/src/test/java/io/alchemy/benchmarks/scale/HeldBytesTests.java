package io.alchemy.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.measure.ChildProcess;
import io.alchemy.benchmarks.measure.Effort;
import io.alchemy.benchmarks.measure.Purpose;
import io.alchemy.benchmarks.stack.StackKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session keeps of each loaded object. It is the same on any machine with compressed references. */
class HeldBytesTests {
  private static final double MORE = 80;

  @TempDir
  private static Path folder;

  private static Databases databases;
  private static Setting setting;

  @BeforeAll
  static void seed() throws Exception {
    databases = Databases.of(DatabaseKind.SQLITE);
    setting = new Setting(
        DatabaseKind.SQLITE,
        databases,
        Effort.QUICK,
        Purpose.TIME,
        Path.of("."),
        folder.resolve("log"));
  }

  @AfterAll
  static void throwDatabasesAway() throws Exception {
    databases.close();
  }

  private static double bytes(StackKind stack, HeldBytes.What what) throws Exception {
    String url = setting.database(stack, what.label());
    try (ChildProcess process =
        setting.start(LiveHeap.flags("512m"), HeldBytes.class, stack, url)) {
      return process.ask(what.name()).number();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLoadedObjectTakesLittleMoreThanOneOfRawJdbc(HeldBytes.What what) throws Exception {
    assertThat(bytes(StackKind.ALCHEMY_ORM, what) - bytes(StackKind.JDBC, what))
        .isBetween(0.0, MORE);
  }
}
