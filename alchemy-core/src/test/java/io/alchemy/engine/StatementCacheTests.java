package io.alchemy.engine;

import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alchemy.error.UniqueViolationException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prepared statements that a connection keeps between executions. */
class StatementCacheTests {
  private static final MetaData METADATA = new MetaData();
  private static final NumberTable NUMBER = new NumberTable();

  private static final class NumberTable extends Table {
    final Column<Integer> n = column("n", INTEGER).primaryKey();

    NumberTable() {
      super("number", METADATA);
    }
  }

  private final Engine engine =
      Engine.builder("sqlite:///:memory:").cachedStatements(2).build();

  @BeforeEach
  void create() {
    METADATA.createAll(engine);
    engine.transaction(c ->
        c.executeMany(insert(NUMBER), List.of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 3))));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private List<Integer> numbers() {
    return engine.read(c -> c.execute(select(NUMBER.n).orderBy(NUMBER.n)).all());
  }

  @Test
  void theSameTextRunsAgainWithOtherValues() {
    for (int n = 1; n <= 3; n++) {
      int wanted = n;
      Integer found = engine.read(
          c -> c.execute(select(NUMBER.n).where(NUMBER.n.eq(wanted))).one());
      assertThat(found).isEqualTo(n);
    }
  }

  @Test
  void oneTextMayRunTwiceAtATime() {
    try (Connection c = engine.connect();
        Stream<Integer> first = c.execute(select(NUMBER.n).orderBy(NUMBER.n)).stream();
        Stream<Integer> second = c.execute(select(NUMBER.n).orderBy(NUMBER.n)).stream()) {
      Iterator<Integer> one = first.iterator();
      Iterator<Integer> other = second.iterator();
      assertThat(one.next()).isEqualTo(1);
      assertThat(other.next()).isEqualTo(1);
      assertThat(one.next()).isEqualTo(2);
      assertThat(other.next()).isEqualTo(2);
    }
    assertThat(numbers()).containsExactly(1, 2, 3);
  }

  @Test
  void aStatementThatFailedIsNotKept() {
    engine.transaction(c -> c.execute(insert(NUMBER).set(NUMBER.n, 5)));
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(UniqueViolationException.class)
          .isThrownBy(() -> engine.transaction(c -> c.execute(insert(NUMBER).set(NUMBER.n, 1))));
    }
    engine.transaction(c -> c.execute(insert(NUMBER).set(NUMBER.n, 4)));
  }

  @Test
  void aStatementThatIsKeptLocksNothing() {
    assertThat(numbers()).hasSize(3);
    METADATA.dropAll(engine);
    METADATA.createAll(engine);
    assertThat(numbers()).isEmpty();
  }

  @Test
  void onlySoManyAreKept() {
    for (int i = 0; i < 10; i++) {
      int limit = i + 1;
      engine.read(c ->
          c.execute(select(NUMBER.n).where(NUMBER.n.in(1, limit)).limit(limit)).all());
      engine.read(c -> c.execute(select(NUMBER.n).where(NUMBER.n.gt(limit))).all());
      engine.read(c -> c.execute(select(NUMBER.n).where(NUMBER.n.lt(limit))).all());
    }
    assertThat(numbers()).containsExactly(1, 2, 3);
  }
}
