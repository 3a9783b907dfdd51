package io.alchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.LockException;
import io.alchemy.error.SerializationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When SQLite's locks are taken, and what happens to who comes too late. */
class SqliteTransactionTests {
  @TempDir
  Path folder;

  private Engine engine = Engine.create("sqlite://");

  @BeforeEach
  void create() {
    engine.close();
    engine = Engine.create("sqlite:///" + folder.resolve("test.db") + "?busy_timeout=2000");
    engine.transaction(c -> {
      c.execute("CREATE TABLE counter (n INTEGER)");
      c.execute("INSERT INTO counter VALUES (0)");
    });
  }

  @AfterEach
  void close() {
    assertThat(engine.pool().active()).isZero();
    engine.close();
  }

  private static int counter(Connection connection) {
    return Objects.requireNonNull(
        connection.execute("SELECT n FROM counter").scalar(Integer.class));
  }

  private static void increment(Connection connection) {
    connection.execute("UPDATE counter SET n = n + 1");
  }

  @Test
  void aReaderThatWritesLaterIsNotRefusedBecauseSomebodyWroteBetween() {
    try (Connection c = engine.connect()) {
      assertThat(counter(c)).isEqualTo(0);
      engine.transaction(SqliteTransactionTests::increment);
      increment(c);
      assertThat(counter(c)).isEqualTo(2);
      c.commit();
    }
  }

  @Test
  void aReaderThatWritesLaterWaitsForTheWriterOfTheMoment() throws Exception {
    try (Connection writer = engine.connect();
        Connection reader = engine.connect()) {
      increment(writer);
      assertThat(counter(reader)).isEqualTo(0);
      CompletableFuture<Void> later = CompletableFuture.runAsync(() -> increment(reader));
      Thread.sleep(100);
      assertThat(later).isNotDone();
      writer.commit();
      later.get();
      assertThat(counter(reader)).isEqualTo(2);
      reader.commit();
    }
  }

  @Test
  void whoAskedForASnapshotIsToldThatItIsStale() {
    try (Connection c = engine.connect().isolation(IsolationLevel.SERIALIZABLE)) {
      assertThat(counter(c)).isEqualTo(0);
      engine.transaction(SqliteTransactionTests::increment);
      assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> increment(c));
      c.rollback();
      increment(c);
      c.commit();
      assertThat(counter(c)).isEqualTo(2);
    }
  }

  @Test
  void aTransactionThatHasWrittenIsNeverBegunAnew() {
    try (Connection c = engine.connect()) {
      increment(c);
      assertThat(counter(c)).isEqualTo(1);
      assertThatExceptionOfType(LockException.class)
          .isThrownBy(
              () -> Engine.create("sqlite:///" + folder.resolve("test.db") + "?busy_timeout=1")
                  .transaction(SqliteTransactionTests::increment));
    }
    try (Connection c = engine.connect()) {
      assertThat(counter(c)).isEqualTo(0);
    }
  }

  @Test
  void transactionsThatReadAndThenWriteLoseNoUpdate() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(CompletableFuture.runAsync(() -> {
        for (int j = 0; j < 25; j++) {
          engine.transaction(Retry.times(10), c -> {
            int n = counter(c);
            c.execute("UPDATE counter SET n = ?", n + 1);
          });
        }
      }));
    }
    all.forEach(CompletableFuture::join);
    try (Connection c = engine.connect()) {
      assertThat(counter(c)).isEqualTo(100);
    }
  }

  @Test
  void readersDoNotWaitForAWriterNorItForThem() {
    try (Connection writer = engine.connect();
        Connection reader = engine.connect()) {
      increment(writer);
      assertThat(counter(reader)).isEqualTo(0);
      writer.commit();
      assertThat(counter(reader)).isEqualTo(0);
      reader.rollback();
      assertThat(counter(reader)).isEqualTo(1);
    }
  }

  @Test
  void aConnectionAtRestHoldsNoLock() {
    try (Connection first = engine.connect();
        Connection second = engine.connect()) {
      increment(first);
      first.commit();
      increment(second);
      second.rollback();
      increment(first);
      first.commit();
      assertThat(counter(second)).isEqualTo(2);
    }
  }

  @Test
  void aCommitThatFailsRollsBackAndLeavesTheConnectionUsable() {
    engine.transaction(c -> {
      c.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
      c.execute(
          "CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
    });
    try (Connection c = engine.connect()) {
      c.execute("INSERT INTO child VALUES (42)");
      assertThatExceptionOfType(ForeignKeyViolationException.class).isThrownBy(c::commit);
      assertThat(c.inTransaction()).isFalse();
      assertThat(c.execute("SELECT * FROM child").all()).isEmpty();
      increment(c);
      c.commit();
    }
  }

  @Test
  void aTransactionThatLosesIsRunAgain() {
    int[] runs = {0};
    engine.transaction(new Retry(3, Duration.ZERO), c -> {
      if (++runs[0] < 3) {
        throw new LockException("busy", null, List.of(), null);
      }
      increment(c);
    });
    assertThat(runs[0]).isEqualTo(3);
    assertThatExceptionOfType(LockException.class)
        .isThrownBy(() -> engine.transactionResult(new Retry(2, Duration.ZERO), c -> {
          throw new LockException("busy", null, List.of(), null);
        }));
  }

  @Test
  void otherFailuresAreNotRunAgain() {
    int[] runs = {0};
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> engine.transaction(Retry.times(5), c -> {
          runs[0]++;
          throw new InvalidRequestException("no");
        }));
    assertThat(runs[0]).isEqualTo(1);
  }
}
