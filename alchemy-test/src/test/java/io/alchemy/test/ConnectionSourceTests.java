package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.Connection;
import io.alchemy.engine.ConnectionSource;
import io.alchemy.engine.Engine;
import io.alchemy.engine.Result;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.sql.Row;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that somebody else pools, and hands out as they are needed. */
@EachDatabase
class ConnectionSourceTests {
  private final TestDatabase database;
  private HikariDataSource pool;
  private Engine engine;

  ConnectionSourceTests(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() {
    database.clear();
    pool = Engine.builder(database.url()).poolSize(3).buildPool();
    engine = Engine.of(pool);
    engine.transaction(c -> {
      c.execute("CREATE TABLE users (username VARCHAR(50) PRIMARY KEY)");
      c.execute("INSERT INTO users VALUES ('foo'), ('james')");
    });
  }

  @AfterEach
  void closePool() {
    assertThat(active()).isZero();
    engine.close();
    pool.close();
  }

  private int active() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  private final class Pooled implements ConnectionSource {
    private final boolean perStatement;

    Pooled(boolean perStatement) {
      this.perStatement = perStatement;
    }

    @Override
    public java.sql.Connection acquire() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void release(java.sql.Connection connection) throws SQLException {
      connection.close();
    }

    @Override
    public boolean perStatement() {
      return perStatement;
    }
  }

  @Test
  void theConnectionIsTakenAtTheFirstStatement() {
    try (Connection c = engine.connect(new Pooled(false))) {
      assertThat(active()).isZero();
      c.execute("SELECT username FROM users").all();
      assertThat(active()).isEqualTo(1);
    }
  }

  @Test
  void perStatementTheConnectionIsBackWhenTheResultIsRead() {
    try (Connection c = engine.connect(new Pooled(true)).autocommit()) {
      Result<Row> result = c.execute("SELECT username FROM users");
      assertThat(active()).isEqualTo(1);
      assertThat(result.all()).hasSize(2);
      assertThat(active()).isZero();
    }
  }

  @Test
  void perStatementTheConnectionIsBackWhenTheResultIsClosed() {
    try (Connection c = engine.connect(new Pooled(true)).autocommit()) {
      Result<Row> result = c.execute("SELECT username FROM users");
      result.close();
      assertThat(active()).isZero();
    }
  }

  @Test
  void perStatementWritesAreCommittedAndTheConnectionIsBack() {
    try (Connection c = engine.connect(new Pooled(true)).autocommit()) {
      c.execute("INSERT INTO users VALUES ('tom')");
      assertThat(active()).isZero();
      assertThat(c.execute("SELECT username FROM users").all()).hasSize(3);
    }
  }

  @Test
  void perStatementAFailureGivesTheConnectionBack() {
    try (Connection c = engine.connect(new Pooled(true)).autocommit()) {
      assertThatExceptionOfType(UniqueViolationException.class)
          .isThrownBy(() -> c.execute("INSERT INTO users VALUES ('foo')"));
      assertThat(active()).isZero();
    }
  }

  @Test
  void perStatementATransactionKeepsItsConnection() {
    try (Connection c = engine.connect(new Pooled(true))) {
      c.execute("INSERT INTO users VALUES ('tom')");
      assertThat(active()).isEqualTo(1);
      c.rollback();
    }
    assertThat(engine.pool().active()).isZero();
  }
}
