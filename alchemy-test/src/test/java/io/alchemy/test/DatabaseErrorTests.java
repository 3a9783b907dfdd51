package io.alchemy.test;

import static io.alchemy.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemy.engine.Connection;
import io.alchemy.engine.ConnectionSource;
import io.alchemy.engine.Engine;
import io.alchemy.error.CheckViolationException;
import io.alchemy.error.ConnectionLostException;
import io.alchemy.error.DataException;
import io.alchemy.error.DatabaseException;
import io.alchemy.error.ForeignKeyViolationException;
import io.alchemy.error.IntegrityException;
import io.alchemy.error.NotNullViolationException;
import io.alchemy.error.ProgrammingException;
import io.alchemy.error.StatementTimeoutException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.sql.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the databases complain of, as exceptions that tell it apart. */
@EachDatabase
class DatabaseErrorTests {
  private final TestDatabase database;

  DatabaseErrorTests(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    database.clear();
    database.engine().transaction(c -> {
      c.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
      c.execute("INSERT INTO parent VALUES (1)");
      c.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, name VARCHAR(5) NOT NULL UNIQUE,"
          + " age INTEGER CHECK (age > 0), parent INTEGER REFERENCES parent (id))");
      c.execute("INSERT INTO child VALUES (1, 'a', 1, 1)");
    });
  }

  @AfterEach
  void everyConnectionIsBack() {
    assertThat(database.engine().pool().active()).isZero();
  }

  private <E extends DatabaseException> E failure(Class<E> type, String sql, Object... parameters) {
    return catchThrowableOfType(
        type, () -> database.engine().transaction(c -> c.execute(sql, parameters)));
  }

  private static final String INSERT = "INSERT INTO child VALUES (?, ?, ?, ?)";

  @Test
  void aDuplicateKey() {
    assertThat(failure(UniqueViolationException.class, INSERT, 1, "b", 1, 1)).isNotNull();
    assertThat(failure(UniqueViolationException.class, INSERT, 2, "a", 1, 1))
        .isInstanceOf(IntegrityException.class);
  }

  @Test
  void aMissingParentAndAChildThatIsLeft() {
    assertThat(failure(ForeignKeyViolationException.class, INSERT, 2, "b", 1, 99))
        .isNotNull();
    assertThat(failure(ForeignKeyViolationException.class, "DELETE FROM parent"))
        .isNotNull();
  }

  @Test
  void aNullWhereNoneMayBe() {
    assertThat(failure(NotNullViolationException.class, "INSERT INTO child (id) VALUES (2)"))
        .isNotNull();
  }

  @Test
  void aCheck() {
    assertThat(failure(CheckViolationException.class, INSERT, 2, "b", -1, 1)).isNotNull();
  }

  @Test
  void sqlThatIsNone() {
    assertThat(failure(ProgrammingException.class, "SELEKT 1")).isNotNull();
    assertThat(failure(ProgrammingException.class, "SELECT * FROM nowhere")).isNotNull();
    assertThat(failure(ProgrammingException.class, "SELECT nothing FROM child")).isNotNull();
  }

  @Test
  void aValueThatDoesNotFit() {
    database.require(io.alchemy.compile.Capability.ENFORCES_LENGTH);
    assertThat(failure(DataException.class, INSERT, 2, "too long", 1, 1)).isNotNull();
    assertThat(failure(DataException.class, "SELECT 1 / 0")).isNotNull();
  }

  @Test
  void theErrorCarriesTheStatementItsValuesAndTheDriversException() {
    UniqueViolationException error =
        failure(UniqueViolationException.class, INSERT, 1, "x".repeat(3), 1, 1);
    assertThat(error.statement()).isEqualTo(INSERT);
    assertThat(error.parameters()).containsExactly("1", "'xxx'", "1", "1");
    assertThat(error.getMessage())
        .contains("statement: " + INSERT)
        .contains("parameters: 1, 'xxx', 1, 1");
    assertThat(error.getCause()).isInstanceOf(java.sql.SQLException.class);
  }

  @Test
  void parametersCanBeHidden() {
    try (Engine engine = database.engine(builder -> builder.hideParameters(true));
        SqlCapture sql = SqlCapture.on(engine)) {
      assertThatExceptionOfType(UniqueViolationException.class)
          .isThrownBy(() -> engine.transaction(c -> c.execute(INSERT, 1, "safe", 1, 1)))
          .satisfies(error -> assertThat(error.parameters()).containsExactly("(hidden)"));
      assertThat(sql.statements().get(0).parameters()).containsExactly("(hidden)");
    }
  }

  @Test
  void whatTheServerQuotesIsHiddenToo() {
    try (Engine engine = database.engine(builder -> builder.hideParameters(true))) {
      String secret = "s3cret";
      List<Consumer<Connection>> works = List.of(
          c -> c.execute(INSERT, 1, secret, 1, null),
          c -> c.execute(INSERT, 77_777, secret, 1, 88_888),
          c -> c.execute("SELECT CAST(? AS INTEGER) FROM nowhere", secret),
          c -> c.execute("INSERT INTO child (id) VALUES (CAST(? AS INTEGER))", secret),
          c -> c.executeMany(
              text("INSERT INTO parent VALUES (:id)"),
              List.of(Map.of("id", 77_777), Map.of("id", 77_777))));
      for (Consumer<Connection> work : works) {
        assertThatExceptionOfType(DatabaseException.class)
            .isThrownBy(() -> engine.transaction(work::accept))
            .satisfies(error -> assertThat(stackTrace(error))
                .doesNotContain(secret)
                .doesNotContain("77777")
                .doesNotContain("88888"));
      }
    }
  }

  private static String stackTrace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aBatchSaysWhatFailedInIt() {
    assertThatExceptionOfType(UniqueViolationException.class)
        .isThrownBy(() -> database
            .engine()
            .transaction(c -> c.executeMany(
                text("INSERT INTO parent VALUES (:id)"),
                List.of(Map.of("id", 2), Map.of("id", 2)))))
        .satisfies(error -> assertThat(error.statement()).startsWith("INSERT INTO parent"));
  }

  @Test
  void aConnectionThatIsLostIsNotUsedAgain() {
    Assumptions.assumeTrue(
        database.toString().equals("postgresql"), "SQLite has no connection to lose");
    try (Engine engine = database.engine(builder -> builder.poolSize(1))) {
      Object before = backend(engine);
      assertThatExceptionOfType(ConnectionLostException.class)
          .isThrownBy(() -> engine.transaction(c -> {
            Object pid = c.execute("SELECT pg_backend_pid()").scalar();
            database
                .engine()
                .transaction(other -> other.execute("SELECT pg_terminate_backend(?)", pid));
            c.execute("SELECT 1");
          }));
      assertThat(backend(engine)).isNotEqualTo(before);
      assertThat(engine.pool().active()).isZero();
    }
  }

  private static @Nullable Integer backend(Engine engine) {
    Row row = engine.read(c -> c.execute("SELECT pg_backend_pid()").one());
    return row.get(0, Integer.class);
  }

  @Test
  void aStatementThatTakesTooLongIsCancelled() {
    Assumptions.assumeTrue(
        database.toString().equals("postgresql"), "SQLite's time limit is for locks only");
    ConnectionSource source = new ConnectionSource() {
      private final Connection real = database.engine().connect();

      @Override
      public java.sql.Connection acquire() {
        return real.jdbc();
      }

      @Override
      public void release(java.sql.Connection connection) {
        real.close();
      }

      @Override
      public boolean externalTransaction() {
        return true;
      }

      @Override
      public int secondsLeft() {
        return 1;
      }
    };
    try (Connection c = database.engine().connect(source)) {
      assertThatExceptionOfType(StatementTimeoutException.class)
          .isThrownBy(() -> c.execute("SELECT pg_sleep(30)"));
    }
  }
}
