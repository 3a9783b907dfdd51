package io.alchemy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.engine.Engine;
import io.alchemy.engine.Transaction;
import io.alchemy.error.ProgrammingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlCaptureTests {
  private final Engine engine = Engine.create("sqlite:///:memory:");
  private final SqlCapture sql = SqlCapture.on(engine);

  @AfterEach
  void close() {
    engine.close();
  }

  private void tableWithRow() {
    engine.transaction(c -> {
      c.execute("CREATE TABLE page (id INTEGER, title TEXT)");
      c.execute("INSERT INTO page VALUES (?, ?)", 1, "Home");
    });
  }

  @Test
  void statementsAreRecordedInOrderWithTheirValues() {
    tableWithRow();
    assertThat(sql.sql())
        .containsExactly(
            "CREATE TABLE page (id INTEGER, title TEXT)", "INSERT INTO page VALUES (?, ?)");
    assertThat(sql.statements().get(1).parameters()).containsExactly("1", "'Home'");
    assertThat(sql.statements().get(1).rows()).isEqualTo(1);
  }

  @Test
  void transactionsAreRecordedApart() {
    try (var c = engine.connect()) {
      try (Transaction nested = c.beginNested()) {
        nested.commit();
      }
    }
    assertThat(sql.transactions())
        .containsExactly("BEGIN", "SAVEPOINT alchemy_1", "RELEASE SAVEPOINT alchemy_1", "ROLLBACK");
    sql.assertNone();
  }

  @Test
  void whatIsExpectedMayLeaveThingsOut() {
    tableWithRow();
    sql.assertStatements("CREATE TABLE page (…)", "INSERT INTO page …");
    sql.assertNone();
  }

  @Test
  void aDifferenceShowsBothSides() {
    tableWithRow();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> sql.assertStatements("CREATE TABLE …", "UPDATE page", "COMMIT"))
        .withMessage("""
            the statements are not those expected (- expected, + sent):
                1. CREATE TABLE page (id INTEGER, title TEXT)
              - 2. UPDATE page
              + 2. INSERT INTO page VALUES (?, ?) [1, 'Home']
              - 3. COMMIT""");
  }

  @Test
  void aWrongCountListsTheStatements() {
    tableWithRow();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> sql.assertCount(3))
        .withMessageContaining("expected 3 statements, but there were 2:")
        .withMessageContaining("2. INSERT INTO page VALUES (?, ?) [1, 'Home']");
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sql.assertCountAtMost(1));
    sql.assertCount(2);
  }

  @Test
  void otherThreadsAreRecordedOnRequest() throws InterruptedException {
    try (SqlCapture all = SqlCapture.onAllThreads(engine)) {
      Thread other = new Thread(this::tableWithRow);
      other.start();
      other.join();
      sql.assertNone();
      all.assertCount(2);
    }
  }

  @Test
  void afterCloseNothingIsRecorded() {
    sql.close();
    tableWithRow();
    sql.assertNone();
  }

  @Test
  void statementsThatFailAreRecordedToo() {
    assertThatExceptionOfType(ProgrammingException.class)
        .isThrownBy(() -> engine.read(c -> c.execute("SELECT nonsense").all()));
    sql.assertStatements("SELECT nonsense");
  }
}
