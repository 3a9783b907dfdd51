package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.engine.IsolationLevel;
import io.alchemy.engine.Retry;
import io.alchemy.error.LockException;
import io.alchemy.error.UniqueViolationException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that lose against others are run again, where that was asked for. */
@EachDatabase
class LostTransactionTests {
  private final Engine engine;
  private final TestDatabase database;

  LostTransactionTests(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
  }

  @BeforeEach
  void createTable() {
    database.clear();
    engine.transaction(c -> {
      c.execute("CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL)");
      c.execute("INSERT INTO account VALUES (1, 0), (2, 0)");
    });
  }

  @AfterEach
  void everyConnectionIsBack() {
    assertThat(engine.pool().active()).isZero();
  }

  private static void add(Connection connection, int id) {
    connection.execute("UPDATE account SET amount = amount + 1 WHERE id = ?", id);
  }

  private static int amount(Connection connection) {
    return Objects.requireNonNull(
        connection.execute("SELECT amount FROM account WHERE id = 1").scalar(Integer.class));
  }

  private List<Object> amounts() {
    return engine.read(
        c -> c.execute("SELECT amount FROM account ORDER BY id").scalars().all());
  }

  /** Each has changed one row, where the database lets two write at a time, before it goes for that of the other. */
  @Test
  void transactionsThatDeadlockAreRunAgain() {
    CountDownLatch bothHaveOne = new CountDownLatch(2);
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> addToBoth(1, 2, bothHaveOne)),
            CompletableFuture.runAsync(() -> addToBoth(2, 1, bothHaveOne)))
        .join();
    assertThat(amounts()).containsExactly(2, 2);
  }

  private void addToBoth(int first, int second, CountDownLatch bothHaveOne) {
    engine.transaction(Retry.times(5), c -> {
      add(c, first);
      bothHaveOne.countDown();
      if (!bothHaveOne.await(200, TimeUnit.MILLISECONDS)) {
        assertThat(bothHaveOne.getCount()).isEqualTo(1);
      }
      add(c, second);
    });
  }

  /** Where only one writes at a time, as in SQLite, the other waits for it instead. */
  @Test
  void anUpdateOfWhatChangedSinceItWasReadIsRunAgain() {
    database.require(Capability.ROW_LOCKS);
    AtomicInteger attempts = new AtomicInteger();
    engine.transaction(Retry.times(3), c -> {
      c.isolation(IsolationLevel.SERIALIZABLE);
      int read = amount(c);
      if (attempts.incrementAndGet() == 1) {
        engine.transaction(other -> add(other, 1));
      }
      c.execute("UPDATE account SET amount = ? WHERE id = 1", read + 10);
    });
    assertThat(amounts().get(0)).isEqualTo(11);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void theLastLossIsThrown() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatExceptionOfType(LockException.class)
        .isThrownBy(() -> engine.transaction(Retry.times(3), c -> {
          attempts.incrementAndGet();
          throw new LockException("lost", "UPDATE", List.of(), null);
        }));
    assertThat(attempts).hasValue(3);
  }

  @Test
  void whatIsNoLossIsNotRunAgain() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatExceptionOfType(UniqueViolationException.class)
        .isThrownBy(() -> engine.transaction(Retry.times(3), c -> {
          attempts.incrementAndGet();
          c.execute("INSERT INTO account VALUES (1, 0)");
        }));
    assertThat(attempts).hasValue(1);
  }
}
