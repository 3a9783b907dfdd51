package io.alchemy.engine;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.InvalidRequestException;
import io.alchemy.error.LockException;
import io.alchemy.error.ProgrammingException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Row;
import io.alchemy.types.Types;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What H2's databases are, and how long they live. */
class H2EngineTests {
  private final String name = "h2:///mem:" + UUID.randomUUID();
  private final MetaData metadata = new MetaData();
  private final Column<Long> id = column("id", Types.BIGINT).primaryKey();
  private final Table page = new Table("page", metadata, id, column("order", Types.TEXT));
  private Engine engine = Engine.create(name);

  @AfterEach
  void close() {
    engine.close();
  }

  private void reopen(String url) {
    engine.close();
    engine = Engine.create(url);
  }

  @Test
  void aNamedDatabaseInMemoryOutlivesItsConnections() {
    metadata.createAll(engine);
    reopen(name);
    assertThat(engine.inspector().tableNames()).containsExactly("page");
    engine.transaction(c -> c.execute("DROP ALL OBJECTS"));
  }

  @Test
  void theUrlSaysOtherwise() {
    reopen(name + "?DB_CLOSE_DELAY=0");
    metadata.createAll(engine);
    reopen(name + "?DB_CLOSE_DELAY=0");
    assertThat(engine.inspector().tableNames()).isEmpty();
  }

  @Test
  void anUnnamedDatabaseIsThatOfTheOnlyConnection() {
    reopen("h2://");
    metadata.createAll(engine);
    assertThat(engine.pool().size()).isEqualTo(1);
    assertThat(engine.inspector().tableNames()).containsExactly("page");
  }

  @Test
  void aFileKeepsItsRows(@TempDir Path folder) {
    String file = "h2:///" + folder.resolve("wiki");
    reopen(file);
    metadata.createAll(engine);
    engine.transaction(c -> c.execute(insert(page).values(java.util.Map.of("order", "first"))));
    reopen(file);
    List<?> found = engine.read(c -> c.execute(select(page.column("order"))).all());
    assertThat(found.toString()).isEqualTo("[first]");
  }

  @Test
  @Timeout(10)
  void rowsComeAsTheyAreRead() {
    try (Connection c = engine.connect()) {
      Stream<Row> rows = c.execute("SELECT x FROM SYSTEM_RANGE(1, 1000000000)").stream();
      assertThat(rows.limit(3).map(row -> row.get("x", Long.class))).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void namesAreReadAsTheyAreWritten() {
    engine.transaction(c -> {
      c.execute("CREATE TABLE PAGE (ID INTEGER PRIMARY KEY, \"Mixed\" INTEGER, \"order\" INTEGER)");
    });
    assertThat(engine.inspector().hasTable("page")).isTrue();
    assertThat(engine.inspector().columns("page"))
        .extracting(io.alchemy.schema.Inspector.ColumnInfo::name)
        .containsExactly("id", "Mixed", "order");
  }

  @Test
  void anotherModeMayKeepNamesInLowerCase() {
    reopen(name + "?MODE=PostgreSQL&DATABASE_TO_LOWER=TRUE");
    metadata.createAll(engine);
    assertThat(engine.inspector().tableNames()).containsExactly("page");
    assertThat(engine.inspector().hasTable("page")).isTrue();
    try (Connection c = engine.connect()) {
      assertThat(c.execute(insert(page).values(java.util.Map.of("order", "first")))
              .insertedPrimaryKey()
              .get(id))
          .isEqualTo(1L);
    }
  }

  @Test
  void aDataSourceTellsWhatItIs() {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
    try (Engine other = Engine.of(source)) {
      assertThat(other.dialect().name()).isEqualTo("h2");
    }
  }

  @Test
  void aRowThatIsLockedForTooLongIsALockError() {
    metadata.createAll(engine);
    engine.transaction(c -> c.execute("INSERT INTO page (\"order\") VALUES ('a')"));
    try (Connection first = engine.connect();
        Connection second = engine.connect()) {
      first.execute(select(id).forUpdate()).all();
      second.execute("SET LOCK_TIMEOUT 50");
      assertThatExceptionOfType(LockException.class)
          .isThrownBy(() -> second.execute("UPDATE page SET \"order\" = 'b'"));
      second.execute("SET LOCK_TIMEOUT 2000");
    }
  }

  @Test
  void aChangeInsideASelectIsAChange() {
    metadata.createAll(engine);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> engine.read(
            c -> c.execute("SELECT id FROM FINAL TABLE (INSERT INTO page (id) VALUES (1))")
                .all()))
        .withMessageContaining("refuses to write");
  }

  @Test
  void aReadOnlyConnectionRefusesToWriteThoughTheDatabaseWouldNot() {
    metadata.createAll(engine);
    try (Connection c = engine.connect().readOnly()) {
      assertThat(c.execute(select(id)).all()).isEmpty();
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> c.execute("DELETE FROM page"))
          .withMessage("a read-only connection refuses to write: DELETE FROM page");
    }
  }

  @Test
  void whatIsMisspeltIsAnErrorOfTheProgram() {
    try (Connection c = engine.connect()) {
      for (String wrong : List.of("SELEC 1", "SELECT * FROM nowhere", "SELECT nosuch(1)")) {
        assertThatExceptionOfType(ProgrammingException.class).isThrownBy(() -> c.execute(wrong));
      }
    }
  }
}
