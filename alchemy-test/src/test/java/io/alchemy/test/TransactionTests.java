package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.IsolationLevel;
import io.alchemy.engine.Transaction;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.ResultClosedException;
import io.alchemy.error.TransactionAbortedException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.sql.Row;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where transactions begin and end. */
@EachDatabase
class TransactionTests {
  private final TestDatabase database;

  TransactionTests(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() {
    database.clear();
    database.engine().transaction(c -> {
      c.execute("CREATE TABLE t (x INTEGER PRIMARY KEY)");
      c.execute("INSERT INTO t VALUES (1)");
    });
  }

  @AfterEach
  void everyConnectionIsBack() {
    assertThat(database.engine().pool().active()).isZero();
  }

  private void insert(Connection c, int x) {
    c.execute("INSERT INTO t VALUES (?)", x);
  }

  private @Nullable Integer count() {
    Row row = database.engine().read(c -> c.execute("SELECT count(*) FROM t").one());
    return row.get(0, Integer.class);
  }

  @Test
  void theFirstStatementBegins() {
    try (Connection c = database.engine().connect();
        SqlCapture sql = SqlCapture.on(database.engine())) {
      assertThat(c.inTransaction()).isFalse();
      insert(c, 2);
      assertThat(c.inTransaction()).isTrue();
      c.commit();
      assertThat(c.inTransaction()).isFalse();
      c.commit();
      c.rollback();
      assertThat(sql.transactions()).containsExactly("BEGIN", "COMMIT");
    }
  }

  @Test
  void anExplicitTransactionRollsBackUnlessCommitted() {
    try (Connection c = database.engine().connect()) {
      try (Transaction t = c.begin()) {
        insert(c, 2);
      }
      assertThat(count()).isEqualTo(1);
      try (Transaction t = c.begin()) {
        insert(c, 2);
        t.commit();
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(t::commit);
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(t::rollback);
      }
      assertThat(count()).isEqualTo(2);
    }
  }

  @Test
  void aSecondBeginIsRefused() {
    try (Connection c = database.engine().connect()) {
      c.execute("SELECT 1").close();
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(c::begin)
          .withMessageContaining("beginNested()");
    }
  }

  @Test
  void aHandleOfAnEarlierTransactionDoesNotEndALaterOne() {
    try (Connection c = database.engine().connect()) {
      Transaction first = c.begin();
      c.commit();
      insert(c, 2);
      assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(first::rollback);
      first.close();
      c.commit();
    }
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void savepointsNest() {
    try (Connection c = database.engine().connect()) {
      Transaction outer = c.beginNested();
      insert(c, 2);
      Transaction inner = c.beginNested();
      insert(c, 3);
      inner.commit();
      Transaction other = c.beginNested();
      insert(c, 4);
      outer.rollback();
      assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(other::commit);
      other.close();
      insert(c, 5);
      c.commit();
    }
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void commitKeepsWhatOpenSavepointsDid() {
    try (Connection c = database.engine().connect()) {
      Transaction nested = c.beginNested();
      insert(c, 2);
      c.commit();
      assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(nested::commit);
    }
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void afterAFailureTheNextErrorSaysWhichStatementWasFirst() {
    database.require(Capability.FAILED_STATEMENT_ABORTS_TRANSACTION);
    try (Connection c = database.engine().connect()) {
      assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> insert(c, 1));
      assertThatExceptionOfType(TransactionAbortedException.class)
          .isThrownBy(() -> c.execute("SELECT 1"))
          .withMessageContaining("INSERT INTO t VALUES (?)")
          .withMessageContaining("beginNested()");
      c.rollback();
      c.execute("SELECT 1").close();
    }
  }

  @Test
  void aSavepointSavesTheTransactionFromAFailure() {
    try (Connection c = database.engine().connect()) {
      insert(c, 2);
      try (Transaction nested = c.beginNested()) {
        assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> insert(c, 1));
      }
      insert(c, 3);
      c.commit();
    }
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void autocommitCommitsEachStatement() {
    try (Connection c = database.engine().connect().autocommit()) {
      insert(c, 2);
      assertThat(count()).isEqualTo(2);
      c.rollback();
      assertThat(c.inTransaction()).isFalse();
      try (Transaction t = c.begin()) {
        insert(c, 3);
      }
      insert(c, 4);
    }
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void theIsolationLevelIsResetAtReturn() {
    int usual = jdbcIsolation();
    try (Connection c = database.engine().connect().isolation(IsolationLevel.SERIALIZABLE)) {
      assertThat(isolation(c)).isEqualTo(java.sql.Connection.TRANSACTION_SERIALIZABLE);
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> c.isolation(IsolationLevel.READ_COMMITTED));
    }
    assertThat(jdbcIsolation()).isEqualTo(usual);
  }

  private int jdbcIsolation() {
    try (Connection c = database.engine().connect()) {
      return isolation(c);
    }
  }

  private static int isolation(Connection c) {
    try {
      return c.jdbc().getTransactionIsolation();
    } catch (SQLException error) {
      throw new AssertionError(error);
    }
  }

  @Test
  void aReadOnlyConnectionIsWritableAgainForTheNext() {
    for (int i = 0; i < 3; i++) {
      try (Connection c = database.engine().connect().readOnly()) {
        assertThatExceptionOfType(io.alchemy.error.AlchemyException.class)
            .isThrownBy(() -> insert(c, 7));
      }
    }
    database.engine().transaction(c -> insert(c, 2));
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void aStreamIsClosedByCommitAndSaysSo() {
    try (Connection c = database.engine().connect()) {
      insert(c, 2);
      Stream<Object> rows = c.execute("SELECT x FROM t").scalars().stream();
      var iterator = rows.iterator();
      assertThat(iterator.next()).isNotNull();
      c.commit();
      assertThatExceptionOfType(ResultClosedException.class)
          .isThrownBy(iterator::hasNext)
          .withMessageContaining("committed");
    }
  }

  @Test
  void theJdbcConnectionTakesPart() throws SQLException {
    try (Connection c = database.engine().connect()) {
      try (var statement = c.jdbc().createStatement()) {
        statement.executeUpdate("INSERT INTO t VALUES (2)");
      }
      assertThat(c.inTransaction()).isTrue();
      c.rollback();
    }
    assertThat(count()).isEqualTo(1);
  }
}
