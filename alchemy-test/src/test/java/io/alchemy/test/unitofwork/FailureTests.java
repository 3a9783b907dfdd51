package io.alchemy.test.unitofwork;

import static io.alchemy.test.unitofwork.Fixture.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.engine.IsolationLevel;
import io.alchemy.engine.Retry;
import io.alchemy.engine.Transaction;
import io.alchemy.error.AlchemyException;
import io.alchemy.error.ConcurrentSessionException;
import io.alchemy.error.FlushException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.PendingRollbackException;
import io.alchemy.error.StaleDataException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.orm.Registry;
import io.alchemy.orm.Session;
import io.alchemy.orm.instrument.Lifecycle;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import io.alchemy.test.unitofwork.Bank.Account;
import io.alchemy.test.unitofwork.Firm.Team;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when a flush fails, a row is stale, or two threads meet in one session. */
@EachDatabase
class FailureTests {
  private final TestDatabase database;
  private final Fixture bank;
  private final Session session;

  FailureTests(TestDatabase database) {
    this.database = database;
    this.bank = new Fixture(database, Bank.METADATA, Bank.registry());
    this.session = bank.open();
  }

  @AfterEach
  void everyConnectionIsBack() {
    session.close();
    bank.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  private Account saved(String owner) {
    Account account = new Account(owner);
    session.add(account);
    session.commit();
    return account;
  }

  @Test
  void aFailedFlushChangesNoInstance() {
    saved("Ada");
    Account eve = new Account("Eve");
    Account again = new Account("Ada");
    session.add(eve);
    session.add(again);
    assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(session::flush);

    assertThat(eve.id()).isNull();
    assertThat(again.id()).isNull();
    assertThat(lifecycle(eve)).isEqualTo(Lifecycle.PENDING);
    assertThat(session.isActive()).isFalse();
  }

  @Test
  void afterAFailedFlushTheSessionWaitsForRollbackAndSaysWhy() {
    saved("Ada");
    session.add(new Account("Ada"));
    assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(session::flush);

    assertThatExceptionOfType(PendingRollbackException.class)
        .isThrownBy(() -> session.get(Account.class, 1))
        .withMessageContaining("rollback()")
        .withCauseInstanceOf(UniqueViolationException.class);
    assertThatExceptionOfType(PendingRollbackException.class)
        .isThrownBy(session::commit)
        .withCauseInstanceOf(UniqueViolationException.class);

    session.rollback();
    assertThat(session.isActive()).isTrue();
    session.add(new Account("Bob"));
    session.commit();
    assertThat(bank.values("SELECT owner FROM account ORDER BY id")).containsExactly("Ada", "Bob");
  }

  @Test
  void aFailedFlushInASavepointCostsTheSavepointOnly() {
    session.add(new Account("Ada"));
    session.flush();
    Transaction savepoint = session.beginNested();
    session.add(new Account("Ada"));
    assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(session::flush);
    savepoint.rollback();

    session.add(new Account("Bob"));
    session.commit();
    assertThat(bank.values("SELECT owner FROM account ORDER BY id")).containsExactly("Ada", "Bob");
  }

  @Test
  void transactionCommitsOrRollsBack() {
    bank.maker.transaction(s -> s.add(new Account("Ada")));
    assertThatThrownBy(() -> bank.maker.transaction(s -> {
          s.add(new Account("Bob"));
          s.flush();
          throw new IllegalStateException("no");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> bank.maker.transaction(s -> {
          throw new java.io.IOException("disk");
        }))
        .isInstanceOf(AlchemyException.class)
        .hasCauseInstanceOf(java.io.IOException.class);

    assertThat(bank.values("SELECT owner FROM account")).containsExactly("Ada");
    assertThat(bank.maker.<String>transactionResult(
            s -> Objects.requireNonNull(s.getOne(Account.class, 1).owner())))
        .isEqualTo("Ada");
  }

  @Test
  void aTransactionThatLosesIsRunAgainWithAFreshSession() throws Exception {
    saved("Ada");
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    Set<Session> sessions = ConcurrentHashMap.newKeySet();
    Callable<Integer> deposit = () -> {
      AtomicInteger attempts = new AtomicInteger();
      return bank.maker.<Integer>transactionResult(Retry.times(10), s -> {
        sessions.add(s);
        s.connection().isolation(IsolationLevel.SERIALIZABLE);
        Account ada = s.getOne(Account.class, 1);
        if (attempts.incrementAndGet() == 1) {
          bothHaveRead.await(10, TimeUnit.SECONDS);
        }
        ada.balance(ada.balance() + 1);
        s.flush();
        return attempts.get();
      });
    };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> one = threads.submit(deposit);
      Future<Integer> two = threads.submit(deposit);
      int attempts = one.get(30, TimeUnit.SECONDS) + two.get(30, TimeUnit.SECONDS);
      assertThat(attempts).isGreaterThan(2).isEqualTo(sessions.size());
    } finally {
      threads.shutdownNow();
    }

    assertThat(bank.value("SELECT balance FROM account")).isEqualTo(2);
  }

  @Test
  void onlyLostTransactionsAreRunAgain() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatThrownBy(() -> bank.maker.transaction(Retry.times(3), s -> {
          attempts.incrementAndGet();
          throw new IllegalStateException("no");
        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(attempts).hasValue(1);
  }

  @Test
  void readRefusesToWrite() {
    saved("Ada");
    Account ada = bank.maker.<Account>read(s -> s.getOne(Account.class, 1));
    assertThat(ada.owner()).isEqualTo("Ada");
    assertThatThrownBy(() -> bank.maker.<Integer>read(s -> {
          s.getOne(Account.class, 1).balance(5);
          s.flush();
          return 1;
        }))
        .isInstanceOf(AlchemyException.class);
    assertThat(bank.value("SELECT balance FROM account")).isEqualTo(0);
  }

  @Test
  void readWarnsOfChangesThatItLeavesBehind() {
    saved("Ada");
    try (Warnings warnings = new Warnings()) {
      bank.maker.<Account>read(s -> s.getOne(Account.class, 1).balance(5));
      assertThat(warnings.all()).anyMatch(warning -> warning.contains("Account[1]"));
    }
  }

  // ---- versions

  @Test
  void aVersionCounts() {
    Account ada = saved("Ada");
    assertThat(ada.version()).isEqualTo(1);
    ada.balance(5);
    session.commit();
    assertThat(ada.version()).isEqualTo(2);
    assertThat(bank.value("SELECT version FROM account")).isEqualTo(2);
  }

  @Test
  void aRowThatSomebodyElseChangedIsStale() {
    Account ada = saved("Ada");
    assertThat(ada.balance()).isZero();
    session.rollback();
    assertThat(ada.balance()).isZero();
    bank.sql();
    session.connection().commit();
    bank.maker.transaction(s -> s.getOne(Account.class, 1).balance(7));
    ada.balance(5);

    assertThatExceptionOfType(StaleDataException.class)
        .isThrownBy(session::flush)
        .withMessageContaining("Account[1]")
        .withMessageContaining("version");
    session.rollback();
    assertThat(ada.balance()).isEqualTo(7);
    ada.balance(5);
    session.commit();
    assertThat(bank.value("SELECT balance FROM account")).isEqualTo(5);
  }

  @Test
  void aStaleRowIsNotDeleted() {
    Account ada = saved("Ada");
    assertThat(ada.version()).isEqualTo(1);
    session.connection().commit();
    bank.maker.transaction(s -> s.getOne(Account.class, 1).balance(7));
    session.delete(ada);

    assertThatExceptionOfType(StaleDataException.class).isThrownBy(session::flush);
  }

  @Test
  void aVersionThatExpiredIsReadBeforeItIsCompared() {
    Account ada = saved("Ada");
    ada.balance(5);
    session.commit();

    assertThat(bank.value("SELECT version FROM account")).isEqualTo(2);
  }

  @Test
  void anUpdateOfARowThatIsGoneIsStale() {
    try (Fixture tree = new Fixture(database, Tree.METADATA, Tree.registry());
        Session s = tree.open()) {
      Tree.Node node = new Tree.Node("one");
      s.add(node);
      s.commit();
      assertThat(node.name()).isEqualTo("one");
      s.connection().commit();
      tree.engine.transaction(c -> c.execute("DELETE FROM node"));
      node.name("two");

      assertThatExceptionOfType(StaleDataException.class)
          .isThrownBy(s::flush)
          .withMessageContaining("Node[1]");
    }
  }

  @Test
  void aDeleteOfARowThatIsGoneOnlyWarns() {
    try (Fixture tree = new Fixture(database, Tree.METADATA, Tree.registry());
        Session s = tree.open();
        Warnings warnings = new Warnings()) {
      Tree.Node node = new Tree.Node("one");
      s.add(node);
      s.commit();
      assertThat(node.children()).isEmpty();
      s.connection().commit();
      tree.engine.transaction(c -> c.execute("DELETE FROM node"));
      s.delete(node);
      s.commit();

      assertThat(warnings.all()).anyMatch(warning -> warning.contains("Node[1]"));
    }
  }

  @Test
  void getComparesAnExpectedVersion() {
    saved("Ada");
    assertThat(session.get(Account.class, 1, 1)).isNotNull();
    assertThatExceptionOfType(StaleDataException.class)
        .isThrownBy(() -> session.get(Account.class, 1, 3))
        .withMessageContaining("version 1")
        .withMessageContaining("3");
  }

  // ---- threads

  @Test
  void twoThreadsInOneSessionAreNamed() throws InterruptedException {
    saved("Ada");
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Iterable<Object> slow = () -> {
      inside.countDown();
      try {
        done.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return java.util.Collections.emptyIterator();
    };
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> session.addAll(slow));
    inside.await();

    assertThatExceptionOfType(ConcurrentSessionException.class)
        .isThrownBy(() -> session.get(Account.class, 1))
        .withMessageContaining("addAll")
        .withMessageContaining(Thread.currentThread().getName());
    done.countDown();
    other.join();
    assertThat(session.get(Account.class, 1)).isNotNull();
  }

  @Test
  void threadsMayUseASessionOneAfterTheOther() {
    CompletableFuture.runAsync(() -> session.add(new Account("Ada"))).join();
    session.commit();
    Account ada =
        CompletableFuture.supplyAsync(() -> session.getOne(Account.class, 1)).join();

    assertThat(ada.owner()).isEqualTo("Ada");
  }

  @Test
  void aClosedSessionSaysSo() {
    session.close();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(session::flush)
        .withMessageContaining("closed");
    session.close();
  }

  @Test
  void namesTheColumnByWhichRowsThatSwapAValueWaitForEachOther() {
    session.close();
    bank.close();
    Registry registry = Firm.registry();
    try (Fixture firm = new Fixture(database, registry.metadata(), registry);
        Session own = firm.open()) {
      Team red = new Team("red");
      Team blue = new Team("blue");
      own.addAll(List.of(red, blue));
      own.commit();
      red.name("blue");
      blue.name("red");
      assertThatExceptionOfType(FlushException.class)
          .isThrownBy(own::flush)
          .withMessageContaining("wait for each other by team.name and")
          .withMessageContaining("Team[1]")
          .withMessageContaining("nullable");
    }
  }
}
