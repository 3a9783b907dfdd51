package io.alchemy.engine;

import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Row;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text is read as bytes, and what is read is what was written, whatever the database keeps text in. */
class SqliteTextTests {
  private static final MetaData METADATA = new MetaData();
  private static final Notes NOTES = new Notes();

  /** Of one, two, three and four bytes in UTF-8; with a NUL; empty. */
  private static final List<String> TEXTS =
      List.of("plain", "größer", "日本語", "𝄞 clef", "a\0b", "", "10");

  @TempDir
  Path folder;

  private static final class Notes extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> text = column("text", TEXT).notNull();

    Notes() {
      super("note", METADATA);
    }
  }

  private String jdbcUrl() {
    return "jdbc:sqlite:" + folder.resolve("text.db");
  }

  private void pragma(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("CREATE TABLE other (id INTEGER)");
    }
  }

  private static void writeAndRead(Engine engine) {
    METADATA.createAll(engine);
    engine.transaction(connection -> {
      for (String text : TEXTS) {
        connection.execute(insert(NOTES).set(NOTES.text, text));
      }
    });
    read(engine);
  }

  private static void read(Engine engine) {
    assertThat(engine.<List<String>>read(connection ->
            connection.execute(select(NOTES.text).orderBy(NOTES.id)).all()))
        .containsExactlyElementsOf(TEXTS);
  }

  @Test
  void textOfAnyKindComesBack() throws SQLException {
    pragma("PRAGMA encoding = 'UTF-8'");
    try (Engine engine = Engine.create(jdbcUrl())) {
      writeAndRead(engine);
    }
  }

  @Test
  void textComesBackFromADatabaseThatTheEngineMade() {
    try (Engine engine = Engine.create(jdbcUrl())) {
      writeAndRead(engine);
      read(engine);
    }
  }

  @Test
  void textComesBackFromUtf16() throws SQLException {
    pragma("PRAGMA encoding = 'UTF-16le'");
    try (Engine engine = Engine.create(jdbcUrl())) {
      writeAndRead(engine);
    }
  }

  @Test
  void aDatabaseThatIsMadeUtf16WhileTheEngineIsConnectedIsNoticed() throws SQLException {
    try (Engine engine = Engine.create(jdbcUrl())) {
      List<Row> tables = engine.read(
          connection -> connection.execute("SELECT name FROM sqlite_schema").all());
      assertThat(tables).isEmpty();
      pragma("PRAGMA encoding = 'UTF-16be'");
      writeAndRead(engine);
      read(engine);
    }
  }

  @Test
  void numbersThatAColumnOfTextHoldsAreReadAsTheirText() throws SQLException {
    pragma("CREATE TABLE note (id INTEGER PRIMARY KEY, text NOT NULL)");
    try (Engine engine = Engine.create(jdbcUrl())) {
      engine.transaction(
          connection -> connection.execute("INSERT INTO note (text) VALUES (7), (1.5), (x'6869')"));
      assertThat(engine.<List<String>>read(connection ->
              connection.execute(select(NOTES.text).orderBy(NOTES.id)).all()))
          .containsExactly("7", "1.5", "hi");
    }
  }
}
