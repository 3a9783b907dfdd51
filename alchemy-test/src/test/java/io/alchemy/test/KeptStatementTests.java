package io.alchemy.test;

import static io.alchemy.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Engine;
import io.alchemy.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** Statements that a connection keeps, when what they were prepared for changes. */
@ParameterizedClass
@EachDatabase
class KeptStatementTests {
  private static final int OFTEN_ENOUGH_FOR_THE_SERVER_TO_KEEP_IT_TOO = 12;

  private final TestDatabase database;

  KeptStatementTests(TestDatabase database) {
    this.database = database;
  }

  private static Row read(Engine engine) {
    return engine.read(
        c -> c.execute(text("SELECT id, name FROM kept WHERE id = :id").bind("id", 1))
            .one());
  }

  private static void run(Engine engine, String... statements) {
    engine.transaction(c -> {
      for (String sql : statements) {
        c.execute(sql);
      }
    });
  }

  @Test
  void aTableThatWasMadeAnewIsReadAsItIsNow() {
    try (Engine engine = database.engine(builder -> builder.poolSize(1))) {
      run(
          engine,
          "CREATE TABLE kept (id INTEGER, name VARCHAR(10))",
          "INSERT INTO kept VALUES (1, 'one')");
      for (int i = 0; i < OFTEN_ENOUGH_FOR_THE_SERVER_TO_KEEP_IT_TOO; i++) {
        assertThat(read(engine).get(1)).isEqualTo("one");
      }
      run(
          engine,
          "DROP TABLE kept",
          "CREATE TABLE kept (id INTEGER, name INTEGER)",
          "INSERT INTO kept VALUES (1, 7)");

      assertThat(read(engine).get(1)).isEqualTo(7);
    }
  }
}
