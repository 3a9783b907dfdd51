package io.alchemy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.database.StatementCount;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Operation;
import io.alchemy.benchmarks.workload.Verification;
import io.alchemy.benchmarks.workload.Workload;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StacksTest {
  private static Databases databases;
  private static Map<Workload, String> expected;

  @BeforeAll
  static void askRawJdbc() throws Exception {
    databases = Databases.of(DatabaseKind.SQLITE);
    expected = verify(StackKind.JDBC);
  }

  @AfterAll
  static void throwDatabasesAway() throws Exception {
    databases.close();
  }

  private static Map<Workload, String> verify(StackKind kind) throws Exception {
    Database database = Database.at(databases.fresh(kind.name().toLowerCase(Locale.ROOT)));
    StatementCount count = new StatementCount();
    Map<Workload, String> verified = new EnumMap<>(Workload.class);
    try (Stack stack = kind.open(database.counting(count))) {
      for (Workload workload : Workload.all()) {
        Operation operation = workload.of(stack, database);
        if (operation != null) {
          verified.put(workload, Verification.of(operation, count).digest());
        }
      }
    }
    return verified;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JDBC")
  void everyStackDoesTheSameAsRawJdbc(StackKind kind) throws Exception {
    assumeTrue(kind.isBuilt(), () -> kind.label() + " needs a newer JDK");
    verify(kind)
        .forEach((workload, digest) -> assertThat(digest)
            .as("%s of %s", workload.label(), kind.label())
            .isEqualTo(expected.getOrDefault(workload, "nothing")));
  }
}
