package io.alchemy.test;

import static io.alchemy.schema.Column.column;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.numeric;
import static io.alchemy.types.Types.unicode;
import static io.alchemy.types.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.compile.Capability;
import io.alchemy.engine.Connection;
import io.alchemy.engine.ExecutionListener;
import io.alchemy.engine.StatementEvent;
import io.alchemy.engine.execution.DeleteRows;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.engine.execution.UpdateRows;
import io.alchemy.error.DataException;
import io.alchemy.error.FlushException;
import io.alchemy.error.UniqueViolationException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Sequence;
import io.alchemy.schema.Table;
import io.alchemy.sql.Row;
import io.alchemy.sql.Sql;
import io.alchemy.types.UserDefinedType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that the unit of work inserts, and the keys that the database makes for them. */
@EachDatabase
class InsertRowsTests {
  private final TestDatabase database;
  private final MetaData metadata = new MetaData();
  private final SqlCapture sent;

  InsertRowsTests(TestDatabase database) {
    this.database = database;
    this.sent = SqlCapture.on(database.engine());
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @AfterEach
  void nothingIsLeaked() {
    sent.close();
    assertThat(database.engine().pool().active()).isZero();
  }

  private Table pages() {
    Table page = new Table(
        "page",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("title", unicode(255)),
        column("content", TEXT),
        column("posted", DATETIME));
    metadata.createAll(database.engine());
    sent.clear();
    return page;
  }

  private static List<Column<?>> columns(Table table, String... names) {
    return Arrays.stream(names).<Column<?>>map(table::column).toList();
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private List<@Nullable Object[]> insert(
      Table table, String[] columns, List<@Nullable Object[]> rows, String... returned) {
    return database
        .engine()
        .transactionResult(c -> Executor.of(c)
            .insert(
                new InsertRows(table, columns(table, columns), rows, columns(table, returned))));
  }

  /** Drivers give one number as an Integer or a Long. */
  private static @Nullable Object key(@Nullable Object key) {
    return key instanceof Number number ? (Object) number.longValue() : key;
  }

  /** What the database holds, key to title. */
  private Map<Object, Object> titles() {
    return database.engine().read(c -> {
      Map<Object, Object> titles = new HashMap<>();
      for (Row row : c.execute("SELECT id, title FROM page")) {
        titles.put(key(row.get(0)), row.get(1));
      }
      return titles;
    });
  }

  private static List<@Nullable Object[]> titled(int count) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row("title " + i));
    }
    return rows;
  }

  private void assertKeysReachTheirRows(
      List<@Nullable Object[]> rows, List<@Nullable Object[]> keys) {
    Map<Object, Object> titles = titles();
    assertThat(keys).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(titles).containsEntry(key(keys.get(i)[0]), rows.get(i)[0]);
    }
  }

  @Test
  void aThousandRowsTakeAtMostTenStatementsAndKeysReachTheirRows() {
    Table page = pages();
    List<@Nullable Object[]> rows = titled(1000);
    List<@Nullable Object[]> keys = insert(page, new String[] {"title"}, rows, "id");
    sent.assertCountAtMost(10);
    assertKeysReachTheirRows(rows, keys);
  }

  @Test
  void valuesOfEveryKindArriveAsTheyAre() {
    Table page = pages();
    LocalDateTime time = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_789);
    insert(
        page,
        new String[] {"title", "content", "posted"},
        List.of(
            row("a \"quoted\", {braced} \\ 'text'", null, time),
            row("NULL", "", null),
            row(null, "täxt 🎈", LocalDateTime.of(1, 1, 1, 0, 0))),
        "id");
    List<Row> rows = database
        .engine()
        .read(c ->
            c.execute("SELECT title, content, posted FROM page ORDER BY id").all());
    assertThat(rows.get(0).get(0)).isEqualTo("a \"quoted\", {braced} \\ 'text'");
    assertThat(rows.get(0).get(1)).isNull();
    assertThat(String.valueOf(rows.get(0).get(2))).contains("03:04:05.123456");
    assertThat(rows.get(1)).startsWith("NULL", "");
    assertThat(rows.get(2)).startsWith(null, "täxt 🎈");
  }

  @Test
  void textThatIsTooLongIsRefusedNotCut() {
    database.require(Capability.ENFORCES_LENGTH);
    Table page = pages();
    String tooLong = "x".repeat(256);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () -> insert(page, new String[] {"title"}, List.of(row("a"), row(tooLong)), "id"));
  }

  @Test
  void rowsOfEqualContentGetKeysOfTheirOwn() {
    Table page = pages();
    List<@Nullable Object[]> rows =
        List.of(row("same"), row("same"), row((Object) null), row((Object) null));
    List<@Nullable Object[]> keys = insert(page, new String[] {"title"}, rows, "id");
    assertThat(keys.stream().map(key -> key[0])).doesNotHaveDuplicates();
    assertKeysReachTheirRows(rows, keys);
  }

  @Test
  void rowsOfNothingButDefaultsGetKeys() {
    Table page = pages();
    List<@Nullable Object[]> rows = List.of(row(), row(), row());
    List<@Nullable Object[]> keys = insert(page, new String[0], rows, "id");
    assertThat(keys.stream().map(key -> key[0])).doesNotHaveDuplicates().hasSize(3);
    assertThat(titles()).hasSize(3);
  }

  @Test
  void keysOfTheProgramTellWhichServerDefaultIsWhose() {
    Table page =
        new Table("page", metadata, column("id", uuid()).primaryKey(), column("title", TEXT));
    database
        .engine()
        .transaction(c -> c.execute(
            database.toString().equals("sqlite")
                ? "CREATE TABLE page (id TEXT PRIMARY KEY, title TEXT DEFAULT 'x')"
                : "CREATE TABLE page (id UUID PRIMARY KEY, title TEXT DEFAULT 'x')"));
    List<@Nullable Object[]> rows = List.of(row(UUID.randomUUID()), row(UUID.randomUUID()));
    List<@Nullable Object[]> made = insert(page, new String[] {"id"}, rows, "title", "id");
    assertThat(made.get(0)).containsExactly("x", rows.get(0)[0]);
    assertThat(made.get(1)).containsExactly("x", rows.get(1)[0]);
  }

  @Test
  void keysThatAreNoNumbersAreMatchedByContent() {
    Table page =
        new Table("page", metadata, column("id", TEXT).primaryKey(), column("title", TEXT));
    String uuid = switch (database.toString()) {
      case "sqlite" -> "hex(randomblob(16))";
      case "h2" -> "CAST(random_uuid() AS VARCHAR)";
      default -> "CAST(gen_random_uuid() AS VARCHAR)";
    };
    database
        .engine()
        .transaction(c -> c.execute(
            "CREATE TABLE page (id VARCHAR(50) DEFAULT (" + uuid + ") PRIMARY KEY, title TEXT)"));
    List<@Nullable Object[]> rows = titled(50);
    assertKeysReachTheirRows(rows, insert(page, new String[] {"title"}, rows, "id"));
  }

  @Test
  void aDescendingSequenceIsFollowed() {
    database.require(Capability.SEQUENCES);
    Table page = new Table(
        "page",
        metadata,
        column("id", INTEGER)
            .sequence(Sequence.of("page_seq").startingAt(1000).incrementedBy(-1))
            .primaryKey(),
        column("title", TEXT));
    database.engine().transaction(c -> {
      c.execute(
          "CREATE SEQUENCE page_seq INCREMENT BY -1 MINVALUE 1 MAXVALUE 1000 START WITH 1000");
      c.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, title TEXT)");
    });
    List<@Nullable Object[]> rows = titled(300);
    List<@Nullable Object[]> keys = insert(page, new String[] {"title"}, rows, "id");
    assertThat(keys.get(0)).containsExactly(1000);
    assertKeysReachTheirRows(rows, keys);
  }

  @Test
  void aSequenceThatCyclesIsMatchedByContent() {
    database.require(Capability.SEQUENCES);
    Table page = tableWith(
        "id INTEGER DEFAULT nextval('page_seq') PRIMARY KEY, title TEXT",
        "CREATE SEQUENCE page_seq MAXVALUE 20 CYCLE START WITH 15");
    List<@Nullable Object[]> rows = titled(10);
    List<@Nullable Object[]> keys = insert(page, new String[] {"title"}, rows, "id");
    assertThat(keys.stream().map(key -> key[0])).contains(20L, 1L);
    assertKeysReachTheirRows(rows, keys);
    assertThat(sent.sql())
        .anySatisfy(sql -> assertThat(sql).startsWith("SELECT id, title FROM page WHERE id IN ("));
  }

  private Table tableWith(String columns, String... before) {
    database.engine().transaction(c -> {
      for (String sql : before) {
        c.execute(sql);
      }
      c.execute("CREATE TABLE page (" + columns + ")");
    });
    sent.clear();
    return new Table("page", metadata, column("id", BIGINT).primaryKey(), column("title", TEXT));
  }

  @Test
  void keysNearTheLargestRowidAreMatchedByContent() {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        database.toString().equals("sqlite"),
        "only SQLite makes keys at random when it runs out of them");
    Table page = tableWith("id INTEGER PRIMARY KEY, title TEXT");
    database
        .engine()
        .transaction(c -> c.execute("INSERT INTO page VALUES (?, ?)", Long.MAX_VALUE - 3, "last"));
    List<@Nullable Object[]> rows = titled(100);
    List<@Nullable Object[]> keys = insert(page, new String[] {"title"}, rows, "id");
    assertKeysReachTheirRows(rows, keys);
  }

  @Test
  void aTriggerThatInsertsElsewhereDoesNotMixKeysUp() {
    Table page = pages();
    database.engine().transaction(c -> {
      if (database.toString().equals("sqlite")) {
        c.execute("CREATE TABLE audit (id INTEGER PRIMARY KEY, page INTEGER)");
        c.execute("INSERT INTO audit VALUES (500, 0)");
        c.execute(
            "CREATE TRIGGER audited AFTER INSERT ON page BEGIN INSERT INTO audit (page) VALUES (new.id); END");
      } else if (database.toString().equals("h2")) {
        c.execute("CREATE TABLE audit (id SERIAL PRIMARY KEY, page INTEGER)");
        c.execute("INSERT INTO audit VALUES (500, 0)");
        c.execute("CREATE TRIGGER audited AFTER INSERT ON page FOR EACH ROW CALL '"
            + AuditTrigger.class.getName() + "'");
      } else {
        c.execute("CREATE TABLE audit (id SERIAL PRIMARY KEY, page INTEGER)");
        c.execute("CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN INSERT INTO audit (page) VALUES (new.id); RETURN new; END $$");
        c.execute(
            "CREATE TRIGGER audited AFTER INSERT ON page FOR EACH ROW EXECUTE FUNCTION audit()");
      }
    });
    List<@Nullable Object[]> rows = titled(20);
    assertKeysReachTheirRows(rows, insert(page, new String[] {"title"}, rows, "id"));
  }

  @Test
  void aTriggerThatKeepsRowsAwayFailsTheFlush() {
    database.require(Capability.UNNEST_INSERT);
    Table page = pages();
    database.engine().transaction(c -> {
      c.execute("CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS"
          + " $$ BEGIN IF new.title = 'title 1' THEN RETURN NULL; END IF; RETURN new; END $$");
      c.execute(
          "CREATE TRIGGER skipped BEFORE INSERT ON page FOR EACH ROW EXECUTE FUNCTION skip()");
    });
    assertThatExceptionOfType(FlushException.class)
        .isThrownBy(() -> insert(page, new String[] {"title"}, titled(3), "id"))
        .withMessageContaining("inserting 3 rows into page gave 2 back");
    assertThat(titles()).isEmpty();
  }

  @Test
  void decimalsKeepTheirScale() {
    Table page = new Table(
        "page",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("title", TEXT),
        column("price", numeric(10, 2)));
    metadata.createAll(database.engine());
    sent.clear();
    List<@Nullable Object[]> rows =
        List.of(row("a", new BigDecimal("1.10")), row("b", new BigDecimal("2.20")));
    List<@Nullable Object[]> keys =
        insert(page, new String[] {"title", "price"}, rows, "id", "price");
    assertThat(keys.get(1)[1]).isEqualTo(new BigDecimal("2.20"));
    assertKeysReachTheirRows(rows, keys);
  }

  /** Text that is kept backwards. */
  private static final class Backwards extends UserDefinedType<String, String> {
    Backwards() {
      super(String.class, TEXT);
    }

    @Override
    protected String toDatabase(String value) {
      return new StringBuilder(value).reverse().toString();
    }

    @Override
    protected String fromDatabase(String value) {
      return toDatabase(value);
    }
  }

  @Test
  void aTypeOfOnesOwnConvertsInRowsOfManyToo() {
    Table page = new Table(
        "page", metadata, column("id", INTEGER).primaryKey(), column("title", new Backwards()));
    metadata.createAll(database.engine());
    insert(page, new String[] {"title"}, List.of(row("abc"), row("xyz")), "id");
    assertThat(titles()).containsValues("cba", "zyx");
  }

  @Test
  void rowsWithExpressionsAreStatementsOfTheirOwnAmongTheOthers() {
    Table page = pages();
    List<@Nullable Object[]> rows =
        List.of(row("a", "A"), row(Sql.literal("b"), null), row("c", "C"));
    List<@Nullable Object[]> keys =
        insert(page, new String[] {"title", "content"}, rows, "id", "title");
    assertThat(keys.stream().map(key -> key[1])).containsExactly("a", "b", "c");
    assertThat(keys.stream().map(key -> key[0])).doesNotHaveDuplicates();
    sent.clear();
    Column<String> title = page.column("title", String.class);
    long[] counts = database
        .engine()
        .transactionResult(c -> Executor.of(c)
            .update(new UpdateRows(
                page,
                columns(page, "content"),
                columns(page, "id"),
                List.of(
                    row(title, keys.get(0)[0]), row("plain", keys.get(1)[0]), row(title, 999)))));
    assertThat(counts).containsExactly(1, 1, 0);
    assertThat(database
            .engine()
            .read(
                c -> c.execute("SELECT content FROM page ORDER BY id").scalars().all())
            .toArray())
        .containsExactly("a", "plain", "C");
  }

  @Test
  void anErrorNamesTheStatementAndLeavesNothingOpen() {
    Table page = pages();
    assertThatExceptionOfType(UniqueViolationException.class)
        .isThrownBy(() ->
            insert(page, new String[] {"id", "title"}, List.of(row(1, "a"), row(1, "b")), "id"))
        .satisfies(error -> assertThat(error.statement()).contains("INSERT INTO page (id, title)"));
  }

  @Test
  void updatesAreOneBatchWithACountForEachRow() {
    Table page = pages();
    insert(page, new String[] {"id", "title"}, List.of(row(1, "a"), row(2, "b"), row(3, null)));
    sent.clear();
    long[] counts = database
        .engine()
        .transactionResult(c -> Executor.of(c)
            .update(new UpdateRows(
                page,
                columns(page, "content"),
                columns(page, "id", "title"),
                List.of(
                    row("x", 1, "a"), row("x", 2, "other"), row("x", 3, null), row("x", 9, "a")))));
    assertThat(counts).containsExactly(1, 0, 1, 0);
    assertThat(sent.sql())
        .containsExactly(
            "UPDATE page SET content = ? WHERE id = ? AND title = ?",
            "UPDATE page SET content = ? WHERE id = ? AND title IS NULL");
  }

  @Test
  void theParametersOfRowsAmongExpressionsCanBeReadLater() {
    Table page = pages();
    List<StatementEvent> events = new ArrayList<>();
    ExecutionListener listener = new ExecutionListener() {
      @Override
      public void beforeExecute(StatementEvent event) {
        events.add(event);
      }
    };
    database.engine().addListener(listener);
    try {
      insert(
          page,
          new String[] {"title"},
          List.of(row("a"), row("b"), row(Sql.literal("c")), row("d"), row("e")));
    } finally {
      database.engine().removeListener(listener);
    }
    assertThat(events.get(0).parameters().toString()).contains("a", "b").doesNotContain("d");
  }

  @Test
  void deletesAreOneBatchWithACountForEachRow() {
    Table page = pages();
    insert(page, new String[] {"id", "title"}, List.of(row(1, "a"), row(2, "b")));
    sent.clear();
    try (Connection c = database.engine().connect()) {
      long[] counts = Executor.of(c)
          .delete(new DeleteRows(page, columns(page, "id"), List.of(row(1), row(9), row(2))));
      assertThat(counts).containsExactly(1, 0, 1);
    }
    sent.assertStatements("DELETE FROM page WHERE id = ?");
    assertThat(titles()).hasSize(2);
  }

  @Test
  void keysReachTheirRowsForManySizes() {
    Table page = pages();
    Random random = new Random(42);
    for (int round = 0; round < 20; round++) {
      List<@Nullable Object[]> rows = titled(1 + random.nextInt(600));
      assertKeysReachTheirRows(rows, insert(page, new String[] {"title"}, rows, "id"));
    }
  }
}
