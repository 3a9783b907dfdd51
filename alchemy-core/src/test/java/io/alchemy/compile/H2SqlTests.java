package io.alchemy.compile;

import static io.alchemy.compile.Compiling.h2;
import static io.alchemy.compile.Shop.CATEGORY;
import static io.alchemy.compile.Shop.ITEM;
import static io.alchemy.compile.Shop.ORDERS;
import static io.alchemy.compile.Shop.PRODUCT;
import static io.alchemy.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.schema.DdlStatement.CreateIndex;
import io.alchemy.schema.DdlStatement.CreateTable;
import io.alchemy.schema.Index;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Label;
import io.alchemy.types.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where H2's SQL is its own. */
class H2SqlTests {
  private static Insert row() {
    return insert(CATEGORY).set(CATEGORY.id, 1).set(CATEGORY.name, "x");
  }

  @Test
  void changedRowsComeFromTables() {
    assertThat(h2(row().returning(CATEGORY.id)))
        .isEqualTo("SELECT id FROM FINAL TABLE (INSERT INTO category (id, name) VALUES (?, ?))"
            + " AS category");
    assertThat(h2(update(CATEGORY)
            .set(CATEGORY.name, "y")
            .where(CATEGORY.id.eq(3))
            .returning(CATEGORY.name)))
        .isEqualTo("SELECT name FROM FINAL TABLE"
            + " (UPDATE category SET name = ? WHERE category.id = ?) AS category");
    assertThat(h2(delete(CATEGORY).where(CATEGORY.id.eq(3)).returning(CATEGORY.id)))
        .isEqualTo("SELECT id FROM OLD TABLE (DELETE FROM category WHERE category.id = ?)"
            + " AS category");
  }

  @Test
  void anUpsertIsAMerge() {
    Insert insert = row()
        .onConflict(CATEGORY.id)
        .doUpdate(u -> u.set(CATEGORY.name, excluded(CATEGORY.name))
            .where(CATEGORY.name.isDistinctFrom(excluded(CATEGORY.name))));
    assertThat(h2(insert))
        .isEqualTo("MERGE INTO category USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR)))"
            + " AS excluded (id, name) ON category.id = excluded.id"
            + " WHEN MATCHED AND category.name IS DISTINCT FROM excluded.name"
            + " THEN UPDATE SET name = excluded.name"
            + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)");
  }

  @Test
  void anUpsertWithoutAKeyLooksForAllThatItBringsAlong() {
    assertThat(h2(row().onConflict().doNothing()))
        .endsWith(" AS excluded (id, name) ON category.id = excluded.id"
            + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)");
    assertThat(h2(insert(CATEGORY).set(CATEGORY.name, "x").onConflict().doNothing()))
        .contains(" ON 1 = 0 WHEN NOT MATCHED");
  }

  @Test
  void placeholdersAreCastWhereNothingBesideThemTellsTheirType() {
    assertThat(h2(select(literal(1), PRODUCT.id.plus(2)).where(PRODUCT.id.gt(3))))
        .isEqualTo("SELECT CAST(? AS INTEGER), product.id + CAST(? AS INTEGER) FROM product"
            + " WHERE product.id > ?");
    assertThat(h2(select(CATEGORY.id).where(literal("a").eq("b"))))
        .endsWith("WHERE CAST(? AS VARCHAR) = CAST(? AS VARCHAR)");
  }

  @Test
  void aRecursionNamesItsColumns() {
    Label<Integer> depth = literal(0).as("depth");
    Alias tree = recursive(
        "tree",
        select(CATEGORY.id, depth),
        t -> select(CATEGORY.id, t.get(depth).plus(1))
            .from(CATEGORY.join(t, CATEGORY.parentId.eq(t.get(CATEGORY.id)))));
    assertThat(h2(select(tree))).startsWith("WITH RECURSIVE tree (id, depth) AS (SELECT");
  }

  @Test
  void rowsInsideARowAreAggregatedWhereTheyStand() {
    assertThat(h2(select(multiset(select(ITEM.id, ITEM.quantity)
                .where(ITEM.orderId.eq(ORDERS.id))
                .orderBy(ITEM.id.desc())))
            .from(ORDERS)))
        .isEqualTo("SELECT (SELECT coalesce(json_arrayagg(json_array(CAST(item.id AS VARCHAR),"
            + " CAST(item.quantity AS VARCHAR) NULL ON NULL) ORDER BY item.id DESC), JSON '[]')"
            + " FROM item WHERE item.order_id = orders.id) FROM orders");
  }

  @Test
  void limitedRowsInsideARowCannotUseTheStatementAround() {
    assertThat(h2(select(multiset(select(ITEM.id).limit(2)))))
        .contains("FROM (SELECT item.id FROM item LIMIT ?) AS anon_1");
    assertThatThrownBy(() ->
            h2(select(multiset(select(ITEM.id).where(ITEM.orderId.eq(ORDERS.id)).limit(2)))
                .from(ORDERS)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("may have no DISTINCT, GROUP BY, LIMIT or UNION");
  }

  @Test
  void whatItLacksIsRefusedByName() {
    Alias big = select(ORDERS.id).cte("big");
    assertThatThrownBy(() -> h2(delete(ITEM).where(ITEM.orderId.in(select(big.get(ORDERS.id))))))
        .hasMessageContaining("h2 has common table expressions for queries only");
    var half = PRODUCT.id.dividedBy(2);
    assertThatThrownBy(() -> h2(select(half, count()).groupBy(half)))
        .hasMessageContaining("h2 groups by no position in the select list");
    Table table = new Table("t", new MetaData(), Column.column("a", Types.TEXT));
    Index lower = Index.of("i", List.of(literalColumn("lower(a)", Types.TEXT)));
    Table indexed = new Table("t", new MetaData(), Column.column("a", Types.TEXT), lower);
    assertThat(table.indexes()).isEmpty();
    assertThatThrownBy(
            () -> DdlRenderer.render(new CreateIndex(indexed.indexes().get(0)), Compiling.H2))
        .hasMessageContaining("h2 indexes columns only");
  }

  @Test
  void typesKeepTheirRowsTogetherAndTheirDigits() {
    Table table = new Table(
        "t",
        new MetaData(),
        Column.column("id", Types.BIGINT).primaryKey(),
        Column.column("a", Types.TEXT),
        Column.column("b", Types.BLOB),
        Column.column("c", Types.NUMERIC),
        Column.column("d", Types.numeric(10, 2)),
        Column.column("e", Types.TIME),
        Column.column("f", Types.arrayOf(Types.INTEGER)));
    assertThat(DdlRenderer.render(new CreateTable(table, List.of()), Compiling.H2))
        .isEqualTo("""
        CREATE TABLE t (
          id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
          a VARCHAR,
          b VARBINARY,
          c DECFLOAT,
          d NUMERIC(10, 2),
          e TIME(6),
          f INTEGER ARRAY,
          PRIMARY KEY (id)
        )""");
  }
}
