package io.alchemy.test.sql;

import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.BOOLEAN;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.alchemy.engine.Connection;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.test.EachDatabase;
import io.alchemy.test.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of random expressions mean in the database what they mean in Java: parentheses are where they must be, whatever
 * the database's precedences are.
 */
@EachDatabase
class RandomExpressionTests {
  private static final int BATCHES = 12;
  private static final int BATCH = 25;

  private final TestDatabase database;
  private final MetaData metadata = new MetaData();
  private final Table sample = new Table(
      "sample",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("a", BIGINT),
      column("b", BIGINT),
      column("c", BOOLEAN),
      column("s", TEXT),
      column("t", TEXT));
  private final List<Map<String, Object>> rows = new ArrayList<>();

  RandomExpressionTests(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void fill() {
    metadata.createAll(database.engine());
    row(1, 2L, 3L, true, "a", "b");
    row(2, -4L, 7L, false, "", "%_");
    row(3, 0L, null, null, "ab!", null);
    row(4, null, 9L, true, null, "b'a\\");
    row(5, 5L, 5L, false, "b%a", "a");
    database.engine().transaction(c -> c.executeMany(insert(sample), rows));
  }

  @AfterEach
  void drop() {
    metadata.dropAll(database.engine());
  }

  private void row(
      int id,
      @Nullable Long a,
      @Nullable Long b,
      @Nullable Boolean c,
      @Nullable String s,
      @Nullable String t) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("a", a);
    row.put("b", b);
    row.put("c", c);
    row.put("s", s);
    row.put("t", t);
    rows.add(row);
  }

  /** An expression, and what it is for a row. */
  private record Case(
      Expression<?> sql, Function<Map<String, Object>, ? extends @Nullable Object> value) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
  void valuesAreWhatTheyMean(long seed) {
    RandomExpression expressions = new RandomExpression(new Random(seed), sample);
    try (Connection c = database.engine().connect()) {
      for (int batch = 0; batch < BATCHES; batch++) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
          int depth = 1 + (batch * BATCH + i) % 5;
          RandomExpression.Whole whole = expressions.whole(depth);
          cases.add(new Case(whole.sql(), whole.value()));
          RandomExpression.Words words = expressions.words(depth);
          cases.add(new Case(words.sql(), words.value()));
          RandomExpression.Truth truth = expressions.truth(depth);
          cases.add(new Case(truth.sql(), truth.value()));
        }
        check(c, seed, cases);
      }
    }
  }

  private void check(Connection c, long seed, List<Case> cases) {
    Select<Row> select =
        select(cases.stream().map(Case::sql).toList()).from(sample).orderBy(sample.column("id"));
    List<Row> found = c.execute(select).all();
    for (int i = 0; i < cases.size(); i++) {
      for (int row = 0; row < rows.size(); row++) {
        assertThat(found.get(row).get(i))
            .as("seed %s, row %s: %s", seed, rows.get(row), cases.get(i).sql())
            .isEqualTo(cases.get(i).value().apply(rows.get(row)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 70, 800})
  void conditionsFindTheRowsForWhichTheyHold(long seed) {
    RandomExpression expressions = new RandomExpression(new Random(seed), sample);
    try (Connection c = database.engine().connect()) {
      for (int i = 0; i < 300; i++) {
        RandomExpression.Truth truth = expressions.truth(1 + i % 5);
        List<Integer> expected = new ArrayList<>();
        for (Map<String, Object> row : rows) {
          if (Boolean.TRUE.equals(truth.value().apply(row))) {
            expected.add((Integer) row.get("id"));
          }
        }
        assertThat(c.execute(select(sample.column("id", Integer.class))
                    .where(truth.sql())
                    .orderBy(sample.column("id")))
                .all())
            .as("seed %s: %s", seed, truth.sql())
            .isEqualTo(expected);
      }
    }
  }
}
