package io.alchemy.test;

import static io.alchemy.sql.Sql.*;
import static io.alchemy.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.engine.Engine;
import io.alchemy.engine.execution.Executor;
import io.alchemy.engine.execution.InsertRows;
import io.alchemy.engine.execution.UpdateRows;
import io.alchemy.error.AlchemyException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Select;
import io.alchemy.sql.Selectable;
import io.alchemy.types.UserDefinedType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decimal is rounded to the column's scale when it is written, whichever way, and never when it is compared. */
@EachDatabase
class RoundedDecimalTests {
  private static final BigDecimal FINE = new BigDecimal("12.345");
  private static final BigDecimal ROUNDED = new BigDecimal("12.35");

  private record Money(BigDecimal amount) {}

  private static final class MoneyType extends UserDefinedType<Money, BigDecimal> {
    MoneyType() {
      super(Money.class, numeric(6, 2));
    }

    @Override
    protected BigDecimal toDatabase(Money value) {
      return value.amount();
    }

    @Override
    protected Money fromDatabase(BigDecimal value) {
      return new Money(value);
    }
  }

  private static final class ItemTable extends Table {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<BigDecimal> price = column("price", numeric(6, 2)).defaultValue(FINE);
    final Column<BigDecimal> exact = column("exact", numeric(30, 2)).defaultValue(FINE);

    final Column<Money> cost = column("cost", new MoneyType());

    ItemTable() {
      super("item", new MetaData());
    }
  }

  private final TestDatabase database;
  private final Engine engine;
  private final ItemTable item = new ItemTable();

  RoundedDecimalTests(TestDatabase database) {
    this.database = database;
    this.engine = database.engine();
  }

  @BeforeEach
  void createTable() {
    database.clear();
    item.create(engine);
  }

  private List<BigDecimal> all(Select<BigDecimal> select) {
    return engine.read(c -> c.execute(select).all());
  }

  private void assertRounded(int rows) {
    for (Column<BigDecimal> column : List.of(item.price, item.exact)) {
      assertThat(all(select(column).where(column.eq(ROUNDED))))
          .as("%s", column)
          .hasSize(rows)
          .containsOnly(ROUNDED);
    }
  }

  @Test
  void aTypedInsertAndItsDefaultsRound() {
    engine.transaction(c -> {
      c.execute(insert(item).set(item.price, FINE).set(item.exact, FINE));
      c.execute(insert(item).set(item.id, 7));
    });
    assertRounded(2);
  }

  @Test
  void valuesByNameRound() {
    engine.transaction(c -> {
      c.execute(insert(item).values(Map.of("price", FINE, "exact", FINE)));
      c.execute(insert(item), Map.of("price", FINE, "exact", FINE));
      c.executeMany(
          insert(item),
          List.of(Map.of("price", FINE, "exact", FINE), Map.of("price", FINE, "exact", FINE)));
    });
    assertRounded(4);
  }

  @Test
  void anUpdateRounds() {
    engine.transaction(c -> {
      c.execute(insert(item).values(Map.of("price", 1, "exact", 1)));
      c.execute(insert(item).values(Map.of("price", 2, "exact", 2)));
      c.execute(update(item).set(item.price, FINE).set(item.exact, FINE).where(item.id.eq(1)));
      c.execute(update(item).where(item.id.eq(2)), Map.of("price", FINE, "exact", FINE));
    });
    assertRounded(2);
  }

  @Test
  void aBatchOfRowsRounds() {
    List<Column<?>> columns = List.of(item.price, item.exact);
    List<@Nullable Object[]> rows = List.of(new Object[] {FINE, FINE}, new Object[] {FINE, FINE});
    engine.transaction(c -> Executor.of(c).insert(new InsertRows(item, columns, rows, List.of())));
    assertRounded(2);
    List<@Nullable Object[]> updates =
        List.of(new Object[] {BigDecimal.ONE, FINE, 1}, new Object[] {FINE, FINE, 2});
    engine.transaction(
        c -> Executor.of(c).update(new UpdateRows(item, columns, List.of(item.id), updates)));
    assertThat(all(select(item.price).orderBy(item.id)))
        .containsExactly(new BigDecimal("1.00"), ROUNDED);
  }

  @Test
  void whatIsComputedIsNotRounded() {
    engine.transaction(c -> c.execute(insert(item)
        .set(item.price, new BigDecimal("1.05"))
        .set(item.exact, new BigDecimal("1.05"))));
    Expression<BigDecimal> rate = literal(new BigDecimal("0.0750"), numeric(5, 4));
    for (Column<BigDecimal> price : List.of(item.price, item.exact)) {
      assertComputed("1.1025", price.times(price));
      assertComputed("0.07875", price.times(rate));
      assertComputed("1.125", price.plus(rate));
      assertComputed("1.055", price.plus(new BigDecimal("0.005")));
      assertComputed("1.045", price.minus(new BigDecimal("0.005")));
      assertComputed("0.525", price.dividedBy(new BigDecimal("2.00")));
      assertComputed("0.525", sum(price).dividedBy(2));
      assertComputed("2.205", price.times(price).times(new BigDecimal("2")));
      assertComputed("1.1025", max(price.times(price)).as("most"));
      assertComputed("1.1025", coalesce(price.times(price), BigDecimal.ZERO));
      assertThat(all(select(price.plus(price)))).containsExactly(new BigDecimal("2.10"));
      assertThat(all(select(price).where(price.times(price).gt(new BigDecimal("1.1024")))))
          .hasSize(1);
      List<BigDecimal> nested = engine.read(
          c -> c.execute(select(multiset(select(price.times(price))))).one());
      assertThat(nested)
          .singleElement()
          .satisfies(read -> assertThat(read).isEqualByComparingTo("1.1025"));
    }
  }

  private void assertComputed(String expected, Selectable<BigDecimal> computed) {
    assertThat(all(select(computed)))
        .singleElement()
        .satisfies(read -> assertThat(read).isEqualByComparingTo(expected));
  }

  @Test
  void aComparisonDoesNotRound() {
    engine.transaction(
        c -> c.execute(insert(item).set(item.price, ROUNDED).set(item.exact, ROUNDED)));
    for (Column<BigDecimal> column : List.of(item.price, item.exact)) {
      assertThat(all(select(column).where(column.gt(FINE)))).hasSize(1);
      assertThat(all(select(column).where(column.le(FINE)))).isEmpty();
      assertThat(all(select(column).where(column.eq(FINE)))).isEmpty();
      assertThat(all(select(column).where(column.in(FINE, ROUNDED)))).hasSize(1);
      assertThat(all(select(column).where(column.in(FINE, BigDecimal.ONE)))).isEmpty();
      assertThat(
              all(select(column).where(column.times(BigDecimal.TEN).gt(new BigDecimal("123.4")))))
          .hasSize(1);
    }
  }

  @Test
  void aTypeOnTopOfADecimalRoundsToo() {
    engine.transaction(c -> c.execute(insert(item).set(item.cost, new Money(FINE))));
    List<Money> found = engine.read(c ->
        c.execute(select(item.cost).where(item.cost.eq(new Money(ROUNDED)))).all());
    assertThat(found).containsExactly(new Money(ROUNDED));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> engine.transaction(
            c -> c.execute(insert(item).set(item.price, new BigDecimal("10000")))))
        .isInstanceOf(AlchemyException.class);
  }
}
