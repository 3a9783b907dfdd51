package io.alchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.error.AlchemyException;
import io.alchemy.error.ArgumentException;
import io.alchemy.error.ConnectionTimeoutException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

class EngineTests {
  @TempDir
  Path folder;

  private Engine file() {
    return Engine.create("sqlite:///" + folder.resolve("test.db"));
  }

  @Test
  void makingAnEngineConnectsToNothing() {
    try (Engine engine = Engine.create("postgresql://nobody@localhost:1/nothing")) {
      assertThat(engine.pool()).isEqualTo(new PoolStatus(0, 0, 0, 10));
      assertThat(engine.dialect().name()).isEqualTo("postgresql");
    }
    assertThat(folder).isEmptyDirectory();
    try (Engine engine = file()) {
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void anUnknownDatabaseIsRefusedWithTheDialectsThereAre() {
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> Engine.create("oracle://scott:tiger@db/x"))
        .withMessageContaining("oracle://scott:***@db/x")
        .withMessageContaining("sqlite")
        .withMessageContaining("postgresql");
  }

  @Test
  void aDatabaseThatCannotBeReachedSaysWhy() {
    try (Engine engine = Engine.builder("sqlite:////nowhere/at/all.db")
        .connectionTimeout(Duration.ofMillis(250))
        .build()) {
      assertThatExceptionOfType(DatabaseException.class)
          .isThrownBy(engine::connect)
          .withMessageContaining("/nowhere");
    }
  }

  @Test
  void connectingChecksOutAndClosingReturns() {
    try (Engine engine = file()) {
      Connection connection = engine.connect();
      assertThat(engine.pool().active()).isEqualTo(1);
      connection.close();
      connection.close();
      assertThat(engine.pool().active()).isZero();
      assertThat(engine.pool().idle()).isEqualTo(1);
      assertThat(connection.isClosed()).isTrue();
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> connection.execute("SELECT 1"))
          .withMessageContaining("closed");
    }
  }

  @Test
  void aClosedEngineRefusesToConnect() {
    Engine engine = file();
    engine.close();
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(engine::connect);
  }

  @Test
  void memoryIsOneConnectionWhoseDataStays() {
    try (Engine engine = Engine.create("sqlite:///:memory:")) {
      engine.transaction(c -> c.execute("CREATE TABLE t (x INTEGER)"));
      engine.transaction(c -> c.execute("INSERT INTO t VALUES (1)"));
      List<Object> values =
          engine.read(c -> c.execute("SELECT x FROM t").scalars().all());
      assertThat(values).containsExactly(1);
      assertThat(engine.pool().size()).isEqualTo(1);
    }
  }

  @Test
  void aSecondConnectionToMemoryInOneThreadIsRefusedAtOnceAndSaysWhoHoldsIt() {
    try (Engine engine =
            Engine.builder("sqlite:///:memory:").leakDetection(true).build();
        Connection held = engine.connect()) {
      assertThatExceptionOfType(ConnectionTimeoutException.class)
          .isThrownBy(engine::connect)
          .withMessageContaining("1 connection")
          .withMessageContaining(Thread.currentThread().getName())
          .withMessageContaining("EngineTests.java");
      assertThat(held.isClosed()).isFalse();
    }
  }

  @Test
  void anExhaustedPoolSaysItsSizeAndWhoHoldsIts() throws Exception {
    try (Engine engine = Engine.builder("sqlite:///" + folder.resolve("test.db"))
        .poolSize(2)
        .connectionTimeout(Duration.ofMillis(250))
        .build()) {
      List<Connection> held = new ArrayList<>();
      Thread other = new Thread(() -> held.add(engine.connect()), "the-other-one");
      other.start();
      other.join();
      held.add(engine.connect());
      assertThatExceptionOfType(ConnectionTimeoutException.class)
          .isThrownBy(engine::connect)
          .withMessageContaining("2 connections")
          .withMessageContaining("the-other-one")
          .withMessageContaining("leakDetection");
      held.forEach(Connection::close);
      engine.connect().close();
    }
  }

  @Test
  void aFileIsOpenedWithForeignKeysAWriteAheadLogAndABusyTimeout() {
    try (Engine engine = file();
        Connection c = engine.connect()) {
      assertThat(c.execute("PRAGMA foreign_keys").scalar()).isEqualTo(1);
      assertThat(c.execute("PRAGMA journal_mode").scalar()).isEqualTo("wal");
      assertThat(c.execute("PRAGMA busy_timeout").scalar()).isEqualTo(5000);
    }
  }

  private static boolean hasMutex(Connection connection) throws SQLException {
    int mode = connection
        .jdbc()
        .unwrap(SQLiteConnection.class)
        .getDatabase()
        .getConfig()
        .getOpenModeFlags();
    return (mode & SQLiteOpenMode.NOMUTEX.flag) == 0;
  }

  @Test
  void aFileIsOpenedWithoutAMutexSinceTheDriverIsSynchronized() throws SQLException {
    try (Engine engine = file();
        Connection c = engine.connect()) {
      assertThat(hasMutex(c)).isFalse();
    }
  }

  @Test
  void anOpenModeInTheUrlWins() throws SQLException {
    try (Engine engine = Engine.create("sqlite:///" + folder.resolve("test.db") + "?open_mode=6");
        Connection c = engine.connect()) {
      assertThat(hasMutex(c)).isTrue();
    }
  }

  @Test
  void whatTheUrlSaysWins() {
    try (Engine engine =
            Engine.create("sqlite:///" + folder.resolve("test.db") + "?foreign_keys=off");
        Connection c = engine.connect()) {
      assertThat(c.execute("PRAGMA foreign_keys").scalar()).isEqualTo(0);
    }
  }

  @Test
  void aDataSourceOfSomebodyElseIsUsedAndNotClosed() {
    try (HikariDataSource dataSource = new HikariDataSource()) {
      dataSource.setJdbcUrl("jdbc:sqlite:" + folder.resolve("test.db"));
      dataSource.setMaximumPoolSize(1);
      Engine engine = Engine.of(dataSource);
      assertThat(engine.dialect().name()).isEqualTo("sqlite");
      engine.transaction(c -> c.execute("CREATE TABLE t (x INTEGER)"));
      assertThat(engine.pool()).isEqualTo(new PoolStatus(0, 1, 0, 1));
      engine.close();
      assertThat(dataSource.isClosed()).isFalse();
    }
  }

  @Test
  void aTransactionGivesItsValue() {
    try (Engine engine = file()) {
      Row row = engine.transactionResult(c -> c.execute("SELECT 1 AS one").one());
      assertThat(row.get("one")).isEqualTo(1);
    }
  }

  @Test
  void aCheckedExceptionComesWrapped() {
    IOException cause = new IOException("disk");
    try (Engine engine = file()) {
      assertThatExceptionOfType(AlchemyException.class)
          .isThrownBy(() -> engine.transaction(c -> {
            throw cause;
          }))
          .withCause(cause)
          .withMessageContaining("disk");
    }
  }

  static List<Object> noSingleValues() {
    return List.of(
        Map.of("name", "x"), List.of(1, 2), new int[] {1}, Thread.State.NEW, new Object());
  }

  @ParameterizedTest
  @MethodSource("noSingleValues")
  void whatIsNoSingleValueIsRefusedByName(Object odd) {
    try (Engine engine = file();
        Connection c = engine.connect()) {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> c.execute("SELECT ?", odd))
          .withMessageContaining("parameter 1 is a " + odd.getClass().getName());
      assertThat(c.inTransaction()).isFalse();
    }
  }

  @Test
  void aMapForQuestionMarksIsToldThatNamesNeedText() {
    try (Engine engine = file();
        Connection c = engine.connect()) {
      assertThatExceptionOfType(ArgumentException.class)
          .isThrownBy(() -> c.execute("SELECT :x", Map.of("x", 1)))
          .withMessageContaining("`?` takes values in order")
          .withMessageContaining("`:names` need text(");
    }
  }

  @Test
  void aWrongNumberOfValuesIsRefused() {
    try (Engine engine = file();
        Connection c = engine.connect()) {
      assertThatExceptionOfType(AlchemyException.class)
          .isThrownBy(() -> c.execute("SELECT ?, ?", 1).all());
      assertThatExceptionOfType(AlchemyException.class)
          .isThrownBy(() -> c.execute("SELECT ?", 1, 2).all());
      assertThat(c.execute("SELECT '?' AS \"a?\" -- ?\n, ?", 1).one().get(1)).isEqualTo(1);
    }
  }

  @Test
  void timesAreBoundAsTextThatSorts() {
    try (Engine engine = file();
        Connection c = engine.connect()) {
      assertThat(c.execute("SELECT ?", LocalDateTime.of(2026, 1, 2, 3, 4)).scalar(String.class))
          .startsWith("2026-01-02");
    }
  }
}
