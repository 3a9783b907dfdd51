package io.alchemy.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemy.benchmarks.database.Database;
import io.alchemy.benchmarks.database.DatabaseKind;
import io.alchemy.benchmarks.database.Databases;
import io.alchemy.benchmarks.database.H2Memory;
import io.alchemy.benchmarks.stack.Stack;
import io.alchemy.benchmarks.stack.StackKind;
import io.alchemy.benchmarks.workload.Digest;
import io.alchemy.benchmarks.workload.Operation;
import io.alchemy.benchmarks.workload.Workload;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That all stacks do the same. On PostgreSQL, whose server takes long to fill, {@code compare.sh} looks before it times them. */
class StacksTest {
  @Nested
  class OnSqlite extends OnDatabase {
    @Override
    DatabaseKind kind() {
      return DatabaseKind.SQLITE;
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    @Override
    DatabaseKind kind() {
      return DatabaseKind.H2;
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnDatabase {
    @AutoClose
    private @Nullable Databases databases;

    private @Nullable Database database;
    private final Map<Workload, String> expected = new EnumMap<>(Workload.class);

    abstract DatabaseKind kind();

    /** All stacks share a database, since one in memory takes long to seed. */
    @BeforeAll
    void askRawJdbc() throws Exception {
      Databases opened = Databases.of(kind());
      databases = opened;
      database = Database.at(opened.fresh("stacks"));
      H2Memory.seedIfNew(database());
      expected.putAll(verify(StackKind.JDBC));
    }

    private Database database() {
      return requireNonNull(database);
    }

    private Map<Workload, String> verify(StackKind kind) throws Exception {
      Map<Workload, String> verified = new EnumMap<>(Workload.class);
      try (Stack stack = kind.open(database())) {
        for (Workload workload : Workload.all()) {
          Operation operation = workload.of(stack, database());
          if (operation != null) {
            // compare.sh looks at more turns of all, before it times them.
            int turns = workload == Workload.SEARCH ? operation.turnsToVerify() : 1;
            verified.put(workload, digest(operation, turns));
          }
        }
      }
      database().maintain("UPDATE page SET title = 'Page ' || id"); // as it is seeded
      return verified;
    }

    private static String digest(Operation operation, int turns) throws Exception {
      Digest digest = new Digest();
      for (int turn = 0; turn < turns; turn++) {
        operation.describe(turn, digest);
      }
      return digest.toString();
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
}
