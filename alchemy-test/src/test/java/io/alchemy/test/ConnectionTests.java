package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Connection;
import io.alchemy.engine.Result;
import io.alchemy.engine.Transaction;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.ResultClosedException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.sql.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections and transactions, by raw SQL. */
@EachDatabase
class ConnectionTests {
  private final TestDatabase database;

  ConnectionTests(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() {
    database.clear();
    database.engine().transaction(c -> {
      c.execute(
          "CREATE TABLE users (username VARCHAR(50) PRIMARY KEY, password VARCHAR(50) NOT NULL)");
      c.execute("INSERT INTO users (username, password) VALUES (?, ?)", "foo", "bar");
    });
  }

  @AfterEach
  void everyConnectionIsBack() {
    assertThat(database.engine().pool().active()).isZero();
  }

  private List<Object> usernames() {
    return database
        .engine()
        .read(c ->
            c.execute("SELECT username FROM users ORDER BY username").scalars().all());
  }

  @Test
  void committedRowsStay() {
    try (Connection c = database.engine().connect()) {
      c.execute("INSERT INTO users VALUES (?, ?)", "james", "pw");
      c.commit();
    }
    assertThat(usernames()).containsExactly("foo", "james");
  }

  @Test
  void closingWithoutCommitRollsBack() {
    try (Connection c = database.engine().connect()) {
      c.execute("INSERT INTO users VALUES (?, ?)", "james", "pw");
    }
    assertThat(usernames()).containsExactly("foo");
  }

  @Test
  void aRowAnswersToIndexAndName() {
    try (Connection c = database.engine().connect()) {
      Row row = c.execute("SELECT username, password FROM users").one();
      assertThat(row.get(0)).isEqualTo("foo");
      assertThat(row.get("password")).isEqualTo("bar");
    }
  }

  @Test
  void aTransactionRollsBackOnAnException() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> database.engine().transaction(c -> {
          c.execute("DELETE FROM users");
          throw new IllegalStateException("no");
        }));
    assertThat(usernames()).containsExactly("foo");
  }

  @Test
  void aNestedTransactionRollsBackAlone() {
    try (Connection c = database.engine().connect()) {
      c.execute("INSERT INTO users VALUES (?, ?)", "outer", "pw");
      try (Transaction nested = c.beginNested()) {
        c.execute("INSERT INTO users VALUES (?, ?)", "inner", "pw");
        nested.rollback();
      }
      c.commit();
    }
    assertThat(usernames()).containsExactly("foo", "outer");
  }

  @Test
  void aFailedStatementInsideANestedTransactionLeavesTheOuterOneUsable() {
    try (Connection c = database.engine().connect()) {
      c.execute("INSERT INTO users VALUES (?, ?)", "outer", "pw");
      try (Transaction nested = c.beginNested()) {
        assertThatExceptionOfType(UniqueViolationException.class)
            .isThrownBy(() -> c.execute("INSERT INTO users VALUES (?, ?)", "foo", "pw"));
      }
      c.commit();
    }
    assertThat(usernames()).containsExactly("foo", "outer");
  }

  @Test
  void theLoopsBodyMayUseTheConnection() {
    try (Connection c = database.engine().connect()) {
      c.execute("INSERT INTO users VALUES (?, ?)", "b", "pw");
      for (Row row : c.execute("SELECT username FROM users ORDER BY username")) {
        c.execute("UPDATE users SET password = ? WHERE username = ?", "new", row.get(0));
      }
      assertThat(c.execute("SELECT password FROM users").scalars().all())
          .containsExactly("new", "new");
    }
  }

  @Test
  void aResultThatIsReadLaterIsKeptWhenTheNextStatementRuns() {
    try (Connection c = database.engine().connect()) {
      Result<Row> first = c.execute("SELECT username FROM users");
      c.execute("DELETE FROM users");
      assertThat(first.scalars().all()).containsExactly("foo");
    }
  }

  @Test
  void aResultIsReadOnce() {
    try (Connection c = database.engine().connect()) {
      Result<Row> result = c.execute("SELECT username FROM users");
      assertThat(result.all()).hasSize(1);
      assertThatExceptionOfType(ResultClosedException.class)
          .isThrownBy(result::first)
          .withMessageContaining("all()")
          .withMessageContaining("SELECT username FROM users");
    }
  }

  @Test
  void aResultThatLeavesReadSaysWhyItIsClosed() {
    Result<Row> escaped = database.engine().read(c -> c.execute("SELECT username FROM users"));
    assertThatExceptionOfType(ResultClosedException.class)
        .isThrownBy(escaped::all)
        .withMessageContaining("closed");
  }

  @Test
  void readRefusesToWrite() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> database.engine().read(c -> c.execute("DELETE FROM users")))
        .withMessageContaining("transaction(…)");
    assertThat(usernames()).containsExactly("foo");
  }

  @Test
  void aStreamIsReadAsItComes() {
    try (Connection c = database.engine().connect()) {
      for (int i = 0; i < 100; i++) {
        c.execute("INSERT INTO users VALUES (?, ?)", "u" + i, "pw");
      }
      List<String> read = new ArrayList<>();
      try (var rows = c.fetchSize(10).execute("SELECT username FROM users").stream()) {
        rows.limit(5).forEach(row -> read.add(row.get(0, String.class)));
      }
      assertThat(read).hasSize(5);
    }
  }
}
