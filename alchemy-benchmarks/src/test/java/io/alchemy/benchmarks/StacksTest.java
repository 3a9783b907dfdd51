package io.alchemy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
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
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** That all stacks do the same, on each database. */
class StacksTest {
  @Nested
  class OnSqlite extends OnDatabase {
    @Override
    Databases open() throws Exception {
      return Databases.of(DatabaseKind.SQLITE);
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    @Override
    Databases open() throws Exception {
      return Databases.of(DatabaseKind.H2);
    }
  }

  @Nested
  class OnPostgresql extends OnDatabase {
    /** Not every machine lets a server be started. */
    @Override
    Databases open() throws SQLException {
      try {
        return Databases.of(DatabaseKind.POSTGRESQL);
      } catch (IOException | IllegalStateException error) {
        return abort("no PostgreSQL server: " + error);
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnDatabase {
    @AutoClose
    private @Nullable Databases databases;

    private @Nullable Database database;
    private String absence = "";
    private final Map<Workload, String> expected = new EnumMap<>(Workload.class);

    /** Skips where there can be none. */
    abstract Databases open() throws Exception;

    /** All stacks share a database, since one in memory takes long to seed. */
    @BeforeAll
    void askRawJdbc() throws Exception {
      Databases opened;
      try {
        opened = open();
      } catch (TestAbortedException none) {
        absence = String.valueOf(none.getMessage());
        return;
      }
      databases = opened;
      database = Database.at(opened.fresh("stacks"));
      H2Memory.seedIfNew(database());
      expected.putAll(verify(StackKind.JDBC));
    }

    /** Skips each test where there is none: the build does not report that a class is skipped. */
    private Database database() {
      return database == null ? abort(absence) : database;
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
