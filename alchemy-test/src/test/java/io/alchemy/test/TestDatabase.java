package io.alchemy.test;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.Engine;
import io.alchemy.error.DatabaseException;
import io.alchemy.sql.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** An empty database of one kind, and an engine on it. */
public abstract class TestDatabase implements AutoCloseable {
  private final List<Engine> engines = new ArrayList<>();
  private @Nullable Engine engine;

  /** A SQLite file of its own. */
  public static TestDatabase sqlite() {
    return new SqliteFile();
  }

  /** A PostgreSQL database of its own, on a server that is started once for the JVM. */
  public static TestDatabase postgresql() {
    return new PostgresqlDatabase();
  }

  /** An H2 database of its own, in memory. */
  public static TestDatabase h2() {
    return new H2Database();
  }

  public abstract String url();

  /** The engine that the tests of a class share. */
  public final Engine engine() {
    if (engine == null) {
      engine = engine(builder -> builder);
    }
    return engine;
  }

  /** A further engine on the same database, which is closed with it. */
  public final Engine engine(UnaryOperator<Engine.Builder> configuration) {
    Engine made = configuration.apply(Engine.builder(url())).build();
    engines.add(made);
    return made;
  }

  public final boolean can(Capability capability) {
    return engine().dialect().can(capability);
  }

  /** Skips the test, aloud, on databases that lack one of {@code capabilities}. */
  public final void require(Capability... capabilities) {
    for (Capability capability : capabilities) {
      Assumptions.assumeTrue(can(capability), () -> this + " cannot " + capability);
    }
  }

  /** Drops everything that the tests made. */
  public final void clear() {
    engine().transaction(this::clear);
  }

  abstract void clear(Connection connection);

  abstract void delete() throws IOException;

  @Override
  public final void close() {
    engines.forEach(Engine::close);
    try {
      delete();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** The dialect's name: what test reports call the database. */
  @Override
  public abstract String toString();

  private static final class SqliteFile extends TestDatabase {
    private final Path folder;

    SqliteFile() {
      try {
        folder = Files.createTempDirectory("alchemy");
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }

    @Override
    public String url() {
      return "sqlite:///" + folder.resolve("test.db");
    }

    @Override
    void clear(Connection connection) {
      connection.execute("PRAGMA defer_foreign_keys = ON");
      for (String type : List.of("view", "table")) {
        List<Row> made = connection
            .execute(
                "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                type)
            .all();
        made.forEach(row -> connection.execute("DROP " + type + " \"" + row.get(0) + "\""));
      }
    }

    @Override
    void delete() throws IOException {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = new ArrayList<>(walk.toList());
      }
      java.util.Collections.reverse(files);
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }

    @Override
    public String toString() {
      return "sqlite";
    }
  }

  private static final class H2Database extends TestDatabase {
    private final String url = "h2:///mem:" + UUID.randomUUID();

    @Override
    public String url() {
      return url;
    }

    @Override
    void clear(Connection connection) {
      connection.execute("DROP ALL OBJECTS");
    }

    @Override
    void delete() {
      try (Engine last = Engine.create(url)) {
        last.transaction(connection -> connection.execute("SHUTDOWN"));
      } catch (DatabaseException closed) {
        // There is nothing left to commit to.
      }
    }

    @Override
    public String toString() {
      return "h2";
    }
  }

  private static final class PostgresqlDatabase extends TestDatabase {
    private final String name = PostgresqlServer.createDatabase();

    @Override
    public String url() {
      return PostgresqlServer.url(name);
    }

    @Override
    void clear(Connection connection) {
      connection.execute("DROP SCHEMA public CASCADE");
      connection.execute("CREATE SCHEMA public");
    }

    @Override
    void delete() {
      PostgresqlServer.dropDatabase(name);
    }

    @Override
    public String toString() {
      return "postgresql";
    }
  }
}
