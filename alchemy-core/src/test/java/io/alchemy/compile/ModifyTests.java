package io.alchemy.compile;

import static io.alchemy.compile.Compiling.POSTGRESQL;
import static io.alchemy.compile.Compiling.SQLITE;
import static io.alchemy.compile.Compiling.postgresql;
import static io.alchemy.compile.Compiling.sql;
import static io.alchemy.compile.Compiling.sqlite;
import static io.alchemy.compile.Compiling.values;
import static io.alchemy.compile.Shop.CATEGORY;
import static io.alchemy.compile.Shop.CUSTOMER;
import static io.alchemy.compile.Shop.ITEM;
import static io.alchemy.compile.Shop.ORDERS;
import static io.alchemy.compile.Shop.PRODUCT;
import static io.alchemy.schema.Column.column;
import static io.alchemy.sql.Sql.always;
import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.delete;
import static io.alchemy.sql.Sql.excluded;
import static io.alchemy.sql.Sql.func;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.now;
import static io.alchemy.sql.Sql.or;
import static io.alchemy.sql.Sql.param;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.sql.Sql.text;
import static io.alchemy.sql.Sql.update;
import static io.alchemy.types.Types.BIGINT;
import static io.alchemy.types.Types.DATETIME;
import static io.alchemy.types.Types.INTEGER;
import static io.alchemy.types.Types.TEXT;
import static io.alchemy.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.schema.Column;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Sequence;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Label;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModifyTests {
  private final AtomicInteger counter = new AtomicInteger();
  private final Table noted = new Table(
      "noted",
      new MetaData(),
      column("id", INTEGER).primaryKey(),
      column("title", varchar(50)).defaultValue("Untitled"),
      column("number", INTEGER).defaultFrom(counter::incrementAndGet),
      column("made", DATETIME).defaultValue(now()),
      column("changes", INTEGER).onUpdateFrom(counter::incrementAndGet));

  @Test
  void anInsertNamesItsColumnsInTheOrderGiven() {
    Insert insert = insert(CATEGORY).set(CATEGORY.name, "x").set(CATEGORY.id, 3);
    assertThat(sql(insert)).isEqualTo("INSERT INTO category (name, id) VALUES (?, ?)");
    assertThat(values(insert)).containsExactly("x", 3);
    assertThat(insert).hasToString("INSERT INTO category (name, id) VALUES (:name, :id)");
  }

  @Test
  void aConditionThatTurnsOutEmptyNeverReachesEveryRow() {
    List<Condition> none = List.of();
    assertThatThrownBy(() -> delete(CATEGORY).where(or(none)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("where(…) of DELETE was given no condition")
        .hasMessageContaining("always()");
    assertThatThrownBy(() -> delete(CATEGORY).where()).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> update(CATEGORY).set(CATEGORY.name, "x").where(not(and(none))))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("where(…) of UPDATE was given no condition");
    assertThat(sqlite(delete(CATEGORY).where(CATEGORY.id.eq(1)).where(and(none))))
        .isEqualTo("DELETE FROM category WHERE category.id = ?");
    assertThat(sqlite(delete(CATEGORY).where(always())))
        .isEqualTo("DELETE FROM category WHERE 1 = 1");
  }

  @Test
  void aColumnSetTwiceHasTheLaterValue() {
    assertThat(values(insert(CATEGORY).set(CATEGORY.name, "x").set(CATEGORY.name, "y")))
        .containsExactly("y");
  }

  @Test
  void anInsertOfNothingTakesAllDefaults() {
    assertThat(sql(insert(CATEGORY))).isEqualTo("INSERT INTO category DEFAULT VALUES");
  }

  @Test
  void anUnknownNameIsRefusedWithTheColumnsThereAre() {
    assertThatThrownBy(() -> sql(insert(CATEGORY).values(Map.of("nmae", "x"))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("category has no column nmae")
        .hasMessageContaining("parent_id");
  }

  @Test
  void namedValuesAreConvertedToTheColumnsType() {
    assertThat(values(insert(CUSTOMER).values(Map.of("id", 7)))).containsExactly(7L);
    assertThatThrownBy(() -> values(insert(CUSTOMER).values(Map.of("id", "seven"))))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void aColumnOfAnotherTableIsRefused() {
    assertThatThrownBy(() -> sql(insert(CATEGORY).set(PRODUCT.name, "x")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("product.name cannot be set")
        .hasMessageContaining("category");
  }

  @Test
  void severalRowsAreOneStatement() {
    assertThat(sql(insert(CATEGORY)
            .rows(
                List.of("a", "b"),
                (v, name) -> v.set(CATEGORY.name, name).setNull(CATEGORY.parentId))))
        .isEqualTo("INSERT INTO category (name, parent_id) VALUES (?, ?), (?, ?)");
  }

  @Test
  void theFirstRowFixesTheColumns() {
    Map<String, Object> first = new LinkedHashMap<>(Map.of("name", "a"));
    first.put("id", 1);
    assertThatThrownBy(() -> sql(insert(CATEGORY).rows(List.of(first, Map.of("name", "b")))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("row 1 does not give category.id");
    assertThatThrownBy(() -> sql(insert(CATEGORY).rows(List.of(Map.of("name", "b"), first))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("row 1 gives category.id");
  }

  @Test
  void valuesAndASelectCannotBeMixed() {
    assertThatThrownBy(() -> insert(CATEGORY).set(CATEGORY.id, 1).fromSelect(select(PRODUCT.id)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> insert(CATEGORY)
            .columns(CATEGORY.id)
            .fromSelect(select(PRODUCT.id))
            .set(CATEGORY.name, "x"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void clientDefaultsAreAskedForOnceARow() {
    Insert insert = insert(noted).rows(List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3)));
    String row = "(?, ?, ?, LOCALTIMESTAMP)";
    assertThat(postgresql(insert))
        .isEqualTo(
            "INSERT INTO noted (id, title, number, made) VALUES " + row + ", " + row + ", " + row);
    counter.set(0);
    assertThat(values(insert))
        .containsExactly(1, "Untitled", 1, 2, "Untitled", 2, 3, "Untitled", 3);
  }

  @Test
  void aGivenColumnHasNoDefaultAndPrintingShowsOnlyWhatWasGiven() {
    Insert insert = insert(noted).values(Map.of("title", "mine"));
    assertThat(postgresql(insert))
        .isEqualTo("INSERT INTO noted (title, number, made) VALUES (?, ?, LOCALTIMESTAMP)");
    assertThat(insert).hasToString("INSERT INTO noted (title) VALUES (:title)");
  }

  @Test
  void aLaterRowMayLeaveOutAColumnThatHasAClientDefault() {
    Map<String, Object> first = new LinkedHashMap<>(Map.of("id", 1));
    first.put("title", "mine");
    assertThat(values(insert(noted).rows(List.of(first, Map.of("id", 2)))))
        .contains("mine", "Untitled");
  }

  @Test
  void theDefaultOfSeveralRowsMayHaveAList() {
    Table listed = new Table(
        "listed",
        new MetaData(),
        column("id", INTEGER).primaryKey(),
        column("known", INTEGER)
            .defaultValue(select(count(CATEGORY.id))
                .where(CATEGORY.id.in(7, 8, 9))
                .asScalar()
                .cast(INTEGER)));

    assertThat(values(insert(listed).rows(List.of(Map.of("id", 1), Map.of("id", 2)))))
        .containsExactly(1, 7, 8, 9, 2, 7, 8, 9);
  }

  @Test
  void aDefaultThatIsAValueOfTheStatementTooIsItsOwn() {
    Expression<String> unknown = literal("unknown");
    Table named = new Table(
        "named",
        new MetaData(),
        column("name", varchar(50)),
        column("nick", varchar(50)).defaultValue(unknown));
    Column<String> name = named.column("name", String.class);

    assertThat(values(insert(named)
            .rows(List.of(unknown, literal("Ann")), (row, value) -> row.set(name, value))))
        .containsExactly("unknown", "unknown", "Ann", "unknown");
  }

  @Test
  void aValueThatIsNotOfItsColumnsTypeIsRefusedInAnyRow() {
    Insert insert = insert(CATEGORY)
        .rows(List.of(Map.of("id", 1, "name", "a"), Map.of("id", "two", "name", "b")));

    assertThatThrownBy(() -> values(insert))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("INTEGER takes a java.lang.Integer, not a java.lang.String");
  }

  @Test
  void moreRowsThanTheDatabaseTakesValuesAreRefusedByName() {
    List<Integer> ids = IntStream.rangeClosed(1, 40_000).boxed().toList();

    assertThatThrownBy(() ->
            values(insert(CATEGORY).rows(ids, (row, id) -> row.set(CATEGORY.id, id))))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the statement has 40000 values")
        .hasMessageContaining("executeMany");
  }

  @Test
  void anInsertFromASelectAppendsClientDefaults() {
    Insert insert = insert(noted)
        .columns(noted.column("id"), noted.column("title"))
        .fromSelect(select(CATEGORY.id, CATEGORY.name).where(CATEGORY.id.gt(4)));
    assertThat(postgresql(insert))
        .isEqualTo("INSERT INTO noted (id, title, number, made) SELECT anon_1.id, anon_1.name, ?,"
            + " LOCALTIMESTAMP FROM (SELECT category.id, category.name FROM category"
            + " WHERE category.id > ?) AS anon_1");
  }

  @Test
  void anInsertFromASelectNeedsAsManyColumns() {
    assertThatThrownBy(() -> sql(insert(ITEM).columns(ITEM.productId).fromSelect(select(PRODUCT))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("fills 1 columns from a SELECT of 8");
  }

  @Test
  void anUpsertUpdatesWithWhatWasProposed() {
    assertThat(sql(insert(CATEGORY)
            .set(CATEGORY.id, 1)
            .set(CATEGORY.name, "x")
            .onConflict(CATEGORY.id)
            .doUpdate(u -> u.set(CATEGORY.name, excluded(CATEGORY.name))
                .where(CATEGORY.name.isDistinctFrom(excluded(CATEGORY.name))))
            .returning(CATEGORY.id)))
        .isEqualTo("INSERT INTO category (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE"
            + " SET name = excluded.name WHERE category.name IS DISTINCT FROM excluded.name"
            + " RETURNING id");
  }

  @Test
  void anUpsertWithoutColumnsUpdatesAllButTheKey() {
    Insert insert =
        insert(CATEGORY).set(CATEGORY.id, 1).set(CATEGORY.name, "x").set(CATEGORY.parentId, 2);
    assertThat(sql(insert.onConflict(CATEGORY.id).doUpdate()))
        .endsWith("DO UPDATE SET name = excluded.name, parent_id = excluded.parent_id");
    assertThat(sql(insert.onConflict(CATEGORY.id).doUpdate(CATEGORY.name)))
        .endsWith("DO UPDATE SET name = excluded.name");
    assertThat(sql(insert.onConflict().doNothing())).endsWith(" ON CONFLICT DO NOTHING");
    assertThatThrownBy(() -> insert.onConflict().doUpdate(CATEGORY.name))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void anUpsertFromASelectIsUnderstoodBySqlite() {
    Insert insert = insert(CATEGORY)
        .columns(CATEGORY.id, CATEGORY.name)
        .fromSelect(select(PRODUCT.id, PRODUCT.name))
        .onConflict(CATEGORY.id)
        .doNothing();
    assertThat(sqlite(insert)).contains("FROM product WHERE 1 = 1 ON CONFLICT");
    assertThat(postgresql(insert)).contains("FROM product ON CONFLICT");
  }

  @Test
  void anUpdateSetsValuesAndExpressions() {
    assertThat(sql(update(CATEGORY)
            .set(CATEGORY.name, CATEGORY.name.collate("C"))
            .setNull(CATEGORY.parentId)
            .where(CATEGORY.id.eq(3))))
        .isEqualTo("UPDATE category SET name = category.name COLLATE \"C\", parent_id = ?"
            + " WHERE category.id = ?");
  }

  @Test
  void onUpdateDefaultsJoinTheSetList() {
    Executable<?> update = update(noted).values(Map.of("title", "x"));
    assertThat(sql(update)).isEqualTo("UPDATE noted SET title = ?, changes = ?");
    counter.set(41);
    assertThat(values(update)).containsExactly("x", 42);
    assertThat(sql(update(noted).values(Map.of("changes", 1))))
        .isEqualTo("UPDATE noted SET changes = ?");
  }

  @Test
  void anUpdateOfNothingIsRefused() {
    assertThatThrownBy(() -> sql(update(CATEGORY).where(CATEGORY.id.eq(3))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("sets nothing");
  }

  @Test
  void valuesGivenAtExecutionBecomeTheSetList() {
    Bound bound = Compiling.bound(
        SQLITE, update(CATEGORY).where(CATEGORY.id.eq(3)), Map.of("name", "x", "parent_id", 4));
    assertThat(bound.sql())
        .isEqualTo("UPDATE category SET parent_id = ?, name = ? WHERE category.id = ?");
    assertThat(bound.values()).containsExactly(4, "x", 3);
  }

  @Test
  void valuesGivenAtExecutionTakeThePlaceOfThoseInTheStatement() {
    Bound bound = Compiling.bound(
        SQLITE, insert(CATEGORY).set(CATEGORY.name, "old"), Map.of("name", "new", "id", 1));
    assertThat(bound.sql()).isEqualTo("INSERT INTO category (name, id) VALUES (?, ?)");
    assertThat(bound.values()).containsExactly("new", 1);
  }

  @Test
  void anUnknownNameGivenAtExecutionIsRefused() {
    assertThatThrownBy(() -> Compiling.bound(SQLITE, update(CATEGORY), Map.of("nmae", "x")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("category has no column nmae");
    assertThatThrownBy(() -> Compiling.bound(SQLITE, select(CATEGORY), Map.of("name", "x")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("no parameters");
  }

  @Test
  void aParameterOfWhereIsNotTheColumnOfItsName() {
    Executable<?> update = update(CATEGORY).where(CATEGORY.name.eq(param("name", TEXT)));
    assertThatThrownBy(() -> Compiling.bound(SQLITE, update, Map.of("name", "x")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("rename the parameter");
  }

  @Test
  void aMissingParameterIsNamed() {
    Ready<?> ready = new StatementCompiler(SQLITE, 0)
        .prepare(select(CATEGORY).where(CATEGORY.id.eq(param("id", INTEGER))), List.of("id"));
    assertThat(ready.compiled().parameterNames()).containsExactly("id");
    assertThatThrownBy(() -> ready.compiled().bind(ready.values(), Map.of()))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining(":id");
  }

  @Test
  void anUpdateReadsFromASubquery() {
    Label<BigDecimal> spent = sum(ORDERS.total).as("spent");
    Alias sums = select(ORDERS.customerId, spent).groupBy(ORDERS.customerId).as("sums");
    assertThat(sql(update(CUSTOMER)
            .set(CUSTOMER.spent, sums.get(spent))
            .from(sums)
            .where(CUSTOMER.id.eq(sums.get(ORDERS.customerId)))))
        .isEqualTo("UPDATE customer SET spent = sums.spent FROM (SELECT orders.customer_id,"
            + " sum(orders.total) AS spent FROM orders GROUP BY orders.customer_id) AS sums"
            + " WHERE customer.id = sums.customer_id");
  }

  @Test
  void aTableMentionedInAnUpdatesWhereBecomesFrom() {
    assertThat(sql(update(ITEM)
            .set(ITEM.quantity, 0)
            .where(ITEM.orderId.eq(ORDERS.id), ORDERS.total.isNull())))
        .isEqualTo("UPDATE item SET quantity = ? FROM orders WHERE item.order_id = orders.id"
            + " AND orders.total IS NULL");
  }

  @Test
  void aDeleteUsesOtherTables() {
    Executable<?> delete =
        delete(ITEM).using(ORDERS).where(ITEM.orderId.eq(ORDERS.id), ORDERS.total.isNull());
    assertThat(postgresql(delete))
        .isEqualTo("DELETE FROM item USING orders WHERE item.order_id = orders.id"
            + " AND orders.total IS NULL");
    assertThat(sqlite(delete))
        .isEqualTo("DELETE FROM item WHERE EXISTS (SELECT 1 FROM orders"
            + " WHERE item.order_id = orders.id AND orders.total IS NULL)");
  }

  @Test
  void anUnconnectedUsingIsRefused() {
    assertThatThrownBy(() -> sql(delete(ITEM).using(ORDERS).where(ORDERS.total.isNull())))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("nothing connects them");
  }

  @Test
  void whatIsReturnedIsRead() {
    Ready<?> ready = new StatementCompiler(POSTGRESQL, 0)
        .prepare(delete(ITEM).where(ITEM.id.eq(1L)).returning(ITEM.id, ITEM.quantity), List.of());
    assertThat(ready.compiled().returnsRows()).isTrue();
    assertThat(ready.compiled().columns())
        .extracting(ResultColumn::name)
        .containsExactly("id", "quantity");
    assertThat(ready.compiled().kind()).isEqualTo(StatementKind.DELETE);
    assertThat(ready.compiled().tables()).containsExactly(ITEM);
  }

  @Test
  void aSubqueryThatIsReturnedSeesTheRowByItsTable() {
    assertThat(sql(update(ORDERS)
            .set(ORDERS.total, BigDecimal.ONE)
            .returning(
                ORDERS.id,
                select(count()).from(ITEM).where(ITEM.orderId.eq(ORDERS.id)).asScalar())))
        .endsWith(" RETURNING id, (SELECT count(*) FROM item WHERE item.order_id = orders.id)");
  }

  @Test
  void aSequenceGivesTheKeyWhereTheDatabaseHasSequences() {
    Table ticket = new Table(
        "ticket",
        new MetaData(),
        column("id", INTEGER).sequence(Sequence.of("ticket_number")).primaryKey(),
        column("title", varchar(50)));
    Insert insert = insert(ticket).values(Map.of("title", "x"));
    assertThat(postgresql(insert))
        .isEqualTo("INSERT INTO ticket (title, id) VALUES (?, nextval('ticket_number'))");
    assertThat(sqlite(insert)).isEqualTo("INSERT INTO ticket (title) VALUES (?)");
    assertThat(sql(insert.values(Map.of("id", 1)))).doesNotContain("nextval");
  }

  @Test
  void textHasNamesAndLeavesTheRestAlone() {
    Executable<?> text =
        text("SELECT ':no', \"a:b\", x::int, '\\:' /* :no */ -- :no\n FROM t WHERE a = :a")
            .bind("a", 1);
    assertThat(sql(text)).endsWith(" FROM t WHERE a = ?").contains("x::int", "':no'", "\"a:b\"");
    assertThat(values(text)).containsExactly(1);
    assertThatThrownBy(() -> text("SELECT :a").bind("b", 1))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("no :b");
  }

  @Test
  void textMayBeACondition() {
    assertThat(sql(select(CATEGORY.id)
            .where(text("name = :n OR id = 1").bind("n", "x"), CATEGORY.id.gt(2))))
        .endsWith("WHERE (name = ? OR id = 1) AND category.id > ?");
  }

  @Test
  void theTablesOfTextAreUnknown() {
    Ready<?> ready = new StatementCompiler(SQLITE, 0).prepare(text("SELECT 1"), List.of());
    assertThat(ready.compiled().tables()).isNull();
    assertThat(ready.compiled().kind()).isEqualTo(StatementKind.TEXT);
  }

  @Test
  void valuesOfTextBringTheirTypesAlong() {
    Bound bound = Compiling.bound(SQLITE, text("SELECT :a, :b"), Map.of("a", 1L, "b", "x"));
    assertThat(bound.codecs()).containsExactly(SQLITE.codec(BIGINT), SQLITE.codec(TEXT));
    assertThat(Arrays.asList(bound.values())).containsExactly(1L, "x");
  }

  @Test
  void aFunctionsNameIsNoPlaceForSql() {
    assertThatThrownBy(() -> func("now(); DROP TABLE x", TEXT))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> literal(1).op("= 1 OR '' =", TEXT, 2))
        .isInstanceOf(ArgumentException.class);
  }
}
