package io.alchemy.engine;

import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.engine.execution.UpdateRows;
import io.alchemy.error.AlchemyException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Row;
import io.alchemy.types.UserDefinedType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever throws, wherever: every statement is closed, and every connection is back in the pool, ready for use. */
class NothingLeaksTests {
  private static final MetaData METADATA = new MetaData();
  private static final PageTable PAGE = new PageTable();
  private static final MetaData MORE = new MetaData();

  static {
    var unused = new Table(
        "more",
        MORE,
        Column.column("id", INTEGER).primaryKey(),
        Column.column("title", TEXT).unique(),
        Column.column("parent", INTEGER).references("more.id"));
  }

  private static final class PageTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> title = column("title", TEXT);

    PageTable() {
      super("page", METADATA);
    }
  }

  @TempDir
  Path folder;

  private final HikariDataSource pool = new HikariDataSource();
  private FailingDataSource driver = new FailingDataSource("");
  private Engine engine = Engine.create("sqlite://");

  @BeforeEach
  void open() {
    driver = new FailingDataSource("jdbc:sqlite:" + folder.resolve("test.db"));
    pool.setDataSource(driver.dataSource());
    pool.setMaximumPoolSize(2);
    engine.close();
    engine = Engine.of(pool);
    METADATA.createAll(engine);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  /** All that a connection can do, once. */
  private void everything() {
    engine.transaction(c -> {
      c.execute("INSERT INTO page (title) VALUES (?)", "raw");
      for (Row row : c.execute("SELECT title FROM page")) {
        c.execute("UPDATE page SET title = title WHERE title = ?", row.get(0));
      }
      c.execute(insert(PAGE).set(PAGE.title, "built")).insertedPrimaryKey();
      c.execute(select(PAGE.title)).first();
      c.executeMany(insert(PAGE), List.of(Map.of("title", "a"), Map.of("title", "b")));
      c.execute("SELECT 1");
      try (Transaction nested = c.beginNested()) {
        c.execute(insert(PAGE).set(PAGE.title, "nested").returning(PAGE.id)).one();
        nested.rollback();
      }
      try (Stream<String> titles = c.execute(select(PAGE.title)).stream()) {
        assertThat(titles.findFirst()).isPresent();
      }
      c.execute(select(PAGE.title)).partitions(1).iterator().next();
      flush(c);
    });
    try (Connection c = engine.connect().isolation(IsolationLevel.SERIALIZABLE)) {
      c.execute(select(PAGE)).all();
      c.rollback();
      c.execute("SELECT * FROM page");
    }
    engine.read(c -> c.execute(select(PAGE)).all());
    engine.inspector().tableNames();
    MORE.dropAll(engine);
    MORE.createAll(engine);
    engine.transaction(c -> {
      MORE.createAll(c);
      MORE.dropAll(c);
    });
  }

  private static void flush(Connection c) {
    Executor executor = Executor.of(c);
    List<Column<?>> title = List.of(PAGE.title);
    List<Column<?>> id = List.of(PAGE.id);
    List<@Nullable Object[]> made = executor.insert(
        new InsertRows(PAGE, title, List.of(new Object[] {"x"}, new Object[] {"y"}), id));
    List<@Nullable Object[]> changes = new ArrayList<>();
    made.forEach(key -> changes.add(new @Nullable Object[] {"changed", key[0]}));
    executor.update(new UpdateRows(PAGE, title, id, changes));
  }

  private void assertNothingIsLeaked(String after) {
    driver.failAt(0);
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).as(after).isZero();
    assertThat(driver.openStatements()).as(after).isZero();
    engine.transaction(c -> c.execute("UPDATE page SET title = title"));
    try (Connection c = engine.connect();
        Connection other = engine.connect()) {
      assertThat(c.execute("PRAGMA query_only").scalar()).as(after).isEqualTo(0);
      assertThat(other.execute("PRAGMA query_only").scalar()).as(after).isEqualTo(0);
    }
  }

  @Test
  void whicheverCallOfTheDriverFails() {
    everything();
    driver.failAt(0);
    everything();
    int calls = driver.calls();
    assertThat(calls).isGreaterThan(100);
    int reported = 0;
    for (int call = 1; call <= calls; call++) {
      driver.failAt(call);
      try {
        everything();
      } catch (AlchemyException expected) {
        assertThat(expected).hasStackTraceContaining("on purpose");
        reported++;
      }
      assertNothingIsLeaked("call " + call + " of " + calls);
    }
    // The pool and the driver settle a few failures among themselves.
    assertThat(reported).isGreaterThan(calls * 9 / 10);
  }

  @Test
  void whicheverCallOfAListenerFails() {
    int[] left = {0};
    ExecutionListener listener = new ExecutionListener() {
      private void count() {
        if (--left[0] == 0) {
          throw new IllegalStateException("listener");
        }
      }

      @Override
      public void beforeExecute(StatementEvent event) {
        count();
      }

      @Override
      public void afterExecute(StatementEvent event) {
        count();
      }

      @Override
      public void executeFailed(StatementEvent event) {
        count();
      }

      @Override
      public void rowsRead(StatementEvent event) {
        count();
      }

      @Override
      public void transaction(TransactionEvent event) {
        count();
      }
    };
    engine.addListener(listener);
    everything();
    int events = -left[0];
    assertThat(events).isGreaterThan(30);
    for (int event = 1; event <= events; event++) {
      left[0] = event;
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::everything);
      left[0] = 0;
      assertNothingIsLeaked("event " + event + " of " + events);
    }
  }

  /** Text that can be neither bound nor read when it says so. */
  private static final class Fragile extends UserDefinedType<String, String> {
    Fragile() {
      super(String.class, TEXT);
    }

    @Override
    protected String toDatabase(String value) {
      if (value.equals("unbindable")) {
        throw new IllegalStateException("codec");
      }
      return value;
    }

    @Override
    protected String fromDatabase(String value) {
      if (value.equals("unreadable")) {
        throw new IllegalStateException("codec");
      }
      return value;
    }
  }

  @Test
  void aCodecThatFails() {
    MetaData metadata = new MetaData();
    Table table = new Table(
        "fragile",
        metadata,
        Column.column("id", INTEGER).primaryKey(),
        Column.column("text", new Fragile()));
    metadata.createAll(engine);
    Column<String> text = table.column("text", String.class);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> engine.transaction(c -> c.execute(insert(table).set(text, "unbindable"))));
    assertNothingIsLeaked("binding");
    List<Map<String, String>> batch = List.of(Map.of("text", "fine"), Map.of("text", "unbindable"));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> engine.transaction(c -> c.executeMany(insert(table), batch)));
    assertNothingIsLeaked("binding a batch");
    engine.transaction(c -> c.execute(insert(table).set(text, "unreadable")));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> engine.read(c -> c.execute(select(text)).all()));
    assertNothingIsLeaked("reading");
  }

  @Test
  void aMapperOrALoopThatFails() {
    engine.transaction(c -> c.execute("INSERT INTO page (title) VALUES ('a'), ('b')"));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> engine.read(c -> c.execute(select(PAGE.title))
            .map(title -> {
              throw new IllegalStateException("mapper");
            })
            .all()));
    assertNothingIsLeaked("mapper");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> engine.transaction(c -> {
          for (Row row : c.execute("SELECT title FROM page")) {
            throw new IllegalStateException("loop " + row);
          }
        }));
    assertNothingIsLeaked("loop");
  }

  @Test
  void aLoopThatIsLeftLeavesNothingOpen() {
    engine.transaction(c -> c.execute("INSERT INTO page (title) VALUES ('a'), ('b')"));
    try (Connection c = engine.connect()) {
      for (Row row : c.execute("SELECT title FROM page")) {
        assertThat(row.get(0)).isEqualTo("a");
        break;
      }
      assertThat(driver.openStatements()).isZero();
      c.execute("DROP TABLE page");
    }
  }

  @Test
  void aResultThatNobodyReadsIsClosedWithItsConnection() {
    try (Connection c = engine.connect()) {
      c.execute("SELECT 1");
      assertThat(driver.openStatements()).isEqualTo(1);
      c.execute("SELECT 2");
      assertThat(driver.openStatements()).isEqualTo(1);
    }
    assertNothingIsLeaked("unread");
  }
}
