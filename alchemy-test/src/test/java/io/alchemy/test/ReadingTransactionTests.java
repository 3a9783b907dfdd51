package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.func;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.IsolationLevel;
import io.alchemy.error.AlchemyException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Select;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only reads tables needs no transaction, as long as it sees the same without one. */
@EachDatabase
class ReadingTransactionTests {
  private static final MetaData METADATA = new MetaData();
  private static final Table T = new Table("t", METADATA, column("x", INTEGER).primaryKey());

  @SuppressWarnings("unchecked") // the column is made above
  private static final Column<Integer> X = (Column<Integer>) T.column("x");

  private static final Select<Integer> ALL = select(X).orderBy(X.asc());

  private final TestDatabase database;

  ReadingTransactionTests(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() {
    database.clear();
    METADATA.createAll(database.engine());
    database.engine().transaction(c -> c.execute("INSERT INTO t VALUES (1)"));
  }

  @AfterEach
  void everyConnectionIsBack() {
    assertThat(database.engine().pool().active()).isZero();
  }

  private boolean snapshotPerStatement() {
    return !database.toString().equals("sqlite");
  }

  private List<String> transactions(io.alchemy.engine.Work<Connection> work) throws Exception {
    try (SqlCapture sql = SqlCapture.on(database.engine())) {
      try (Connection c = database.engine().connect()) {
        work.run(c);
      }
      return sql.transactions();
    }
  }

  @Test
  void oneReadingStatementIsSentAlone() throws Exception {
    assertThat(transactions(c -> {
          assertThat(c.execute(ALL).all()).containsExactly(1);
          assertThat(c.inTransaction()).isTrue();
        }))
        .isEmpty();
  }

  @Test
  void theSecondReadBeginsWhereItMustSeeTheSameSnapshotAsWhatFollows() throws Exception {
    List<String> sent = transactions(c -> {
      c.execute(ALL).all();
      c.execute(select(count(X))).one();
      c.commit();
    });
    if (snapshotPerStatement()) {
      assertThat(sent).isEmpty();
    } else {
      assertThat(sent).containsExactly("BEGIN", "COMMIT");
    }
  }

  @Test
  void aWriteAfterReadsBeginsAndRollsBackWithTheConnection() throws Exception {
    assertThat(transactions(c -> {
          c.execute(ALL).all();
          c.execute("INSERT INTO t VALUES (2)");
        }))
        .containsExactly("BEGIN", "ROLLBACK");
    assertThat(database.engine().<List<Integer>>read(c -> c.execute(ALL).all())).containsExactly(1);
  }

  @Test
  void afterATransactionAReadIsAloneAgain() throws Exception {
    assertThat(transactions(c -> {
          c.execute("INSERT INTO t VALUES (2)");
          c.rollback();
          assertThatExceptionOfType(AlchemyException.class)
              .isThrownBy(() -> c.execute(select(X.plus(Integer.MAX_VALUE))).all());
          c.rollback();
          assertThat(c.execute(ALL).all()).containsExactly(1);
          c.commit();
          assertThat(c.execute(ALL).all()).containsExactly(1);
        }))
        .containsExactly("BEGIN", "ROLLBACK");
  }

  @Test
  void aFunctionThatNobodyKnowsBegins() throws Exception {
    assertThat(transactions(c -> c.execute(select(func("sign", INTEGER, X))).all()))
        .containsExactly("BEGIN", "ROLLBACK");
  }

  @Test
  void rawTextBegins() throws Exception {
    assertThat(transactions(c -> c.execute("SELECT x FROM t").all()))
        .containsExactly("BEGIN", "ROLLBACK");
  }

  @Test
  void lockingRowsBegins() throws Exception {
    database.require(Capability.ROW_LOCKS);
    assertThat(transactions(c -> c.execute(ALL.forUpdate()).all()))
        .containsExactly("BEGIN", "ROLLBACK");
  }

  @Test
  void anIsolationThatWasAskedForBeginsAtTheFirstStatement() throws Exception {
    assertThat(transactions(c -> {
          c.isolation(IsolationLevel.SERIALIZABLE);
          c.execute(ALL).all();
        }))
        .containsExactly("BEGIN", "ROLLBACK");
  }
}
