package io.alchemy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.database.H2Memory;
import io.alchemy.benchmarks.database.StatementCount;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Operation;
import io.alchemy.benchmarks.workload.Verification;
import io.alchemy.benchmarks.workload.Workload;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class StacksTest {
  private static Databases databases;
  private static Map<Workload, String> expected;

  @Parameter
  private DatabaseKind database;

  @BeforeParameterizedClassInvocation
  static void askRawJdbc(DatabaseKind kind) throws Exception {
    databases = Databases.of(kind);
    expected = verify(StackKind.JDBC);
  }

  @AfterParameterizedClassInvocation
  static void throwDatabasesAway() throws Exception {
    databases.close();
  }

  private static Map<Workload, String> verify(StackKind kind) throws Exception {
    Database database = Database.at(databases.fresh(kind.name().toLowerCase(Locale.ROOT)));
    H2Memory.seedIfNew(database);
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
            .as("%s of %s on %s", workload.label(), kind.label(), database.label())
            .isEqualTo(expected.getOrDefault(workload, "nothing")));
  }
}
