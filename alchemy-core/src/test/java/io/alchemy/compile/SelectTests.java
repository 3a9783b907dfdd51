package io.alchemy.compile;

import static io.alchemy.compile.Compiling.postgresql;
import static io.alchemy.compile.Compiling.sql;
import static io.alchemy.compile.Compiling.sqlite;
import static io.alchemy.compile.Compiling.values;
import static io.alchemy.compile.Shop.CATEGORY;
import static io.alchemy.compile.Shop.CUSTOMER;
import static io.alchemy.compile.Shop.ITEM;
import static io.alchemy.compile.Shop.ORDERS;
import static io.alchemy.compile.Shop.PRODUCT;
import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.avg;
import static io.alchemy.sql.Sql.caseWhen;
import static io.alchemy.sql.Sql.concat;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.currentRow;
import static io.alchemy.sql.Sql.exists;
import static io.alchemy.sql.Sql.isTrue;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.max;
import static io.alchemy.sql.Sql.multiset;
import static io.alchemy.sql.Sql.not;
import static io.alchemy.sql.Sql.preceding;
import static io.alchemy.sql.Sql.recursive;
import static io.alchemy.sql.Sql.rowNumber;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.sum;
import static io.alchemy.sql.Sql.unionAll;
import static io.alchemy.sql.Sql.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.ArgumentException;
import io.alchemy.error.CompileException;
import io.alchemy.error.InvalidRequestException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Keyset;
import io.alchemy.sql.Label;
import io.alchemy.sql.Row;
import io.alchemy.sql.Select;
import io.alchemy.sql.WindowSpec;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectTests {
  @Test
  void aTableGivesAllItsColumns() {
    assertThat(sql(select(CATEGORY)))
        .isEqualTo("SELECT category.id, category.parent_id, category.name FROM category");
  }

  @Test
  void everyMethodGivesANewStatement() {
    Select<String> all = select(CATEGORY.name);
    Select<String> some = all.where(CATEGORY.id.eq(1));
    assertThat(sql(all)).isEqualTo("SELECT category.name FROM category");
    assertThat(sql(some)).endsWith("WHERE category.id = ?");
  }

  @Test
  void conditionsAreJoinedByAndWithValuesAsBinds() {
    Select<Row> select = select(CATEGORY)
        .where(and(CATEGORY.id.le(10), CATEGORY.name.like("t%")))
        .where(CATEGORY.parentId.isNull());
    assertThat(sql(select))
        .endsWith("WHERE category.id <= ? AND category.name LIKE ? AND category.parent_id IS NULL");
    assertThat(values(select)).containsExactly(10, "t%");
  }

  @Test
  void toStringShowsNamedBinds() {
    assertThat(select(CATEGORY.name)
            .where(CATEGORY.id.eq(1).or(CATEGORY.id.eq(2)))
            .orderBy(CATEGORY.name.desc())
            .limit(5))
        .hasToString(
            "SELECT category.name FROM category WHERE category.id = :id OR category.id = :id_1"
                + " ORDER BY category.name DESC LIMIT :limit");
  }

  @Test
  void theSameColumnTwiceIsWrittenTwice() {
    assertThat(sql(select(CATEGORY.id, CATEGORY.id)))
        .isEqualTo("SELECT category.id, category.id FROM category");
  }

  @Test
  void aJoinTakesItsConditionFromTheForeignKey() {
    assertThat(sql(select(CATEGORY.name, count(PRODUCT.id)).from(CATEGORY.leftJoin(PRODUCT))))
        .endsWith("FROM category LEFT JOIN product ON category.id = product.category_id");
  }

  @Test
  void aJoinOnTheStatementStartsFromWhatIsSelected() {
    assertThat(sql(select(CUSTOMER.name).join(ORDERS).join(ITEM)))
        .isEqualTo(
            "SELECT customer.name FROM customer JOIN orders ON customer.id = orders.customer_id"
                + " JOIN item ON orders.id = item.order_id");
  }

  @Test
  void aJoinCoversColumnsOfBothSides() {
    assertThat(sql(select(CUSTOMER.name, ORDERS.id).join(ORDERS)))
        .isEqualTo("SELECT customer.name, orders.id FROM customer"
            + " JOIN orders ON customer.id = orders.customer_id");
  }

  @Test
  void aJoinWithoutForeignKeyIsRefusedByName() {
    assertThatThrownBy(() -> sql(select(CUSTOMER.name).join(CATEGORY)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("no foreign key joins customer and category");
  }

  @Test
  void aJoinWithTwoForeignKeysIsRefusedByName() {
    assertThatThrownBy(() -> sql(select(CATEGORY.name).join(CATEGORY.as("parent"))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("in 2 ways")
        .hasMessageContaining("category.parent_id");
  }

  @Test
  void anAliasRenamesItsColumns() {
    Alias parent = CATEGORY.as("parent");
    assertThat(sql(select(CATEGORY.name, parent.get(CATEGORY.name))
            .from(CATEGORY.join(parent, CATEGORY.parentId.eq(parent.get(CATEGORY.id))))))
        .isEqualTo("SELECT category.name, parent.name FROM category"
            + " JOIN category AS parent ON category.parent_id = parent.id");
  }

  @Test
  void anUnconnectedFromIsRefused() {
    assertThatThrownBy(() -> sql(select(CUSTOMER.name, CATEGORY.name)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("customer")
        .hasMessageContaining("category")
        .hasMessageContaining("crossJoin");
  }

  @Test
  void aCrossJoinMayBeUnconnected() {
    assertThat(sql(select(CUSTOMER.name, CATEGORY.name).from(CUSTOMER.crossJoin(CATEGORY))))
        .endsWith("FROM customer CROSS JOIN category");
  }

  @Test
  void aConditionConnectsTwoTables() {
    assertThat(sql(select(CUSTOMER.name, ORDERS.id).where(ORDERS.customerId.eq(CUSTOMER.id))))
        .isEqualTo("SELECT customer.name, orders.id FROM customer, orders"
            + " WHERE orders.customer_id = customer.id");
  }

  @Test
  void aTableUsedButNotInFromIsRefused() {
    assertThatThrownBy(() -> sql(select(CUSTOMER.name).where(CATEGORY.id.eq(1))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("category.id")
        .hasMessageContaining("not in FROM");
  }

  @Test
  void twoSourcesOfOneNameAreRefused() {
    assertThatThrownBy(() -> sql(
            select(CATEGORY.id).from(CATEGORY.join(CATEGORY, CATEGORY.parentId.eq(CATEGORY.id)))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void existsAndScalarSubqueriesCorrelate() {
    Alias o2 = ORDERS.as("o2");
    assertThat(postgresql(select(
                CUSTOMER.name,
                select(max(ORDERS.placed))
                    .where(ORDERS.customerId.eq(CUSTOMER.id))
                    .asScalar()
                    .as("last"))
            .where(
                isTrue(CUSTOMER.active),
                exists(select(ITEM.id)
                    .from(ORDERS.join(ITEM))
                    .where(ORDERS.customerId.eq(CUSTOMER.id), ITEM.quantity.ge(10))),
                not(exists(
                    select(o2.get(ORDERS.id)).where(o2.get(ORDERS.customerId).eq(CUSTOMER.id)))))))
        .isEqualTo("SELECT customer.name, (SELECT max(orders.placed) FROM orders"
            + " WHERE orders.customer_id = customer.id) AS last FROM customer"
            + " WHERE customer.active AND EXISTS (SELECT item.id FROM orders"
            + " JOIN item ON orders.id = item.order_id"
            + " WHERE orders.customer_id = customer.id AND item.quantity >= ?)"
            + " AND NOT EXISTS (SELECT o2.id FROM orders AS o2"
            + " WHERE o2.customer_id = customer.id)");
  }

  @Test
  void aSubqueryInFromDoesNotCorrelate() {
    Alias sub = select(ORDERS.id).where(ORDERS.customerId.eq(CUSTOMER.id)).as("sub");
    assertThatThrownBy(() -> sql(select(CUSTOMER.name).from(CUSTOMER.crossJoin(sub))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("customer is not in FROM");
  }

  @Test
  void aSubqueryOfTheSameTableIsItsOwn() {
    assertThat(sql(select(CATEGORY.name)
            .where(CATEGORY.id.in(select(CATEGORY.parentId).where(CATEGORY.id.gt(5))))))
        .isEqualTo("SELECT category.name FROM category WHERE category.id IN"
            + " (SELECT category.parent_id FROM category WHERE category.id > ?)");
  }

  @Test
  void aSubqueryLeftWithoutFromIsRefused() {
    assertThatThrownBy(() -> sql(select(CUSTOMER.name, ORDERS.id)
            .join(ORDERS)
            .where(exists(select(CUSTOMER.id, ORDERS.total)))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("from(…)");
  }

  @Test
  void columnsOfASubqueryWithOneNameAreTold() {
    Alias pair = select(CUSTOMER.id, ORDERS.id).join(ORDERS).as("pair");
    assertThat(sql(select(pair.get(ORDERS.id))))
        .isEqualTo("SELECT pair.id_1 FROM (SELECT customer.id, orders.id AS id_1 FROM customer"
            + " JOIN orders ON customer.id = orders.customer_id) AS pair");
  }

  @Test
  void anAliasRefusesAColumnThatItsSelectLacks() {
    Alias names = select(CATEGORY.name).as("names");
    assertThatThrownBy(() -> names.get(CATEGORY.id))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("names")
        .hasMessageContaining("category.id");
  }

  @Test
  void aRecursiveQueryRefersToItself() {
    Label<Integer> depth = literal(0).as("depth");
    Label<String> path = CATEGORY.name.as("path");
    Alias tree = recursive(
        "tree",
        select(CATEGORY.id, path, depth).where(CATEGORY.id.eq(1)),
        t -> select(
                CATEGORY.id,
                concat(t.get(path), " / ", CATEGORY.name),
                t.get(depth).plus(1))
            .from(CATEGORY.join(t, CATEGORY.parentId.eq(t.get(CATEGORY.id)))));
    Select<Row> select =
        select(tree).orderBy(tree.get(path)).where(tree.get(depth).lt(9));
    assertThat(sqlite(select))
        .isEqualTo("WITH RECURSIVE tree AS (SELECT category.id, category.name AS path, ? AS depth"
            + " FROM category WHERE category.id = ? UNION ALL SELECT category.id,"
            + " tree.path || ? || category.name, tree.depth + ? FROM category"
            + " JOIN tree ON category.parent_id = tree.id)"
            + " SELECT tree.id, tree.path, tree.depth FROM tree WHERE tree.depth < ?"
            + " ORDER BY tree.path");
    assertThat(postgresql(select)).contains("CAST(category.name AS TEXT) AS path");
    assertThat(values(select)).containsExactly(0, 1, " / ", 1, 9);
  }

  @Test
  void aCommonTableExpressionIsWrittenOnceAndFirst() {
    Alias big =
        select(ORDERS.id, ORDERS.total).where(ORDERS.total.gt(BigDecimal.TEN)).cte("big");
    Alias again = big.as("again");
    Select<Row> select = select(ITEM.id, again.get(ORDERS.total))
        .from(ITEM.join(again, ITEM.orderId.eq(again.get(ORDERS.id))))
        .where(ITEM.quantity.gt(3), ITEM.orderId.in(select(big.get(ORDERS.id))));
    assertThat(sql(select))
        .isEqualTo("WITH big AS (SELECT orders.id, orders.total FROM orders WHERE orders.total > ?)"
            + " SELECT item.id, again.total FROM item JOIN big AS again"
            + " ON item.order_id = again.id WHERE item.quantity > ?"
            + " AND item.order_id IN (SELECT big.id FROM big)");
    assertThat(values(select)).containsExactly(BigDecimal.TEN, 3);
  }

  /** WITH is written before what was met earlier. */
  @Test
  void valuesFollowTheTextWhereACommonTableExpressionIsHoisted() {
    Alias big = select(ORDERS.id).where(ORDERS.total.gt(BigDecimal.TEN)).cte("big");
    Select<Row> select = select(literal("first"), ITEM.id)
        .from(ITEM)
        .where(ITEM.quantity.gt(3), ITEM.orderId.in(select(big.get(ORDERS.id))), ITEM.id.lt(9L));
    assertThat(sql(select))
        .isEqualTo("WITH big AS (SELECT orders.id FROM orders WHERE orders.total > ?)"
            + " SELECT ?, item.id FROM item WHERE item.quantity > ?"
            + " AND item.order_id IN (SELECT big.id FROM big) AND item.id < ?");
    assertThat(values(select)).containsExactly(BigDecimal.TEN, "first", 3, 9L);
  }

  @Test
  void twoDifferentCommonTableExpressionsOfOneNameAreRefused() {
    Alias one = select(ORDERS.id).cte("x");
    Alias other = select(ITEM.orderId).cte("x");
    assertThatThrownBy(() -> sql(select(one.get(ORDERS.id))
            .where(one.get(ORDERS.id).in(select(other.get(ITEM.orderId))))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("called x");
  }

  @Test
  void windowsHavePartitionsOrdersAndFrames() {
    WindowSpec w = window().partitionBy(ORDERS.customerId).orderBy(ORDERS.placed);
    assertThat(sql(select(
            rowNumber().over(w).as("nth"),
            avg(ORDERS.total).over(w.rows(preceding(6), currentRow())).as("moving"))))
        .isEqualTo(
            "SELECT row_number() OVER (PARTITION BY orders.customer_id ORDER BY orders.placed)"
                + " AS nth, avg(orders.total) OVER (PARTITION BY orders.customer_id"
                + " ORDER BY orders.placed ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS moving"
                + " FROM orders");
  }

  @Test
  void aLabelIsWrittenByNameWhereItIsSelectedAndAsItsExpressionInside() {
    Label<BigDecimal> total = sum(ORDERS.total).as("sum_of_totals");
    assertThat(sql(select(ORDERS.status, total)
            .groupBy(ORDERS.status)
            .having(total.gt(BigDecimal.ONE))
            .orderBy(total.desc(), total.plus(BigDecimal.ONE))))
        .endsWith("GROUP BY orders.status HAVING sum(orders.total) > ?"
            + " ORDER BY sum_of_totals DESC, sum(orders.total) + ?");
  }

  @Test
  void aGroupedLabelThatHidesAColumnIsWrittenByNumber() {
    Expression<String> size = caseWhen(ORDERS.total.gt(BigDecimal.TEN), "big").otherwise("small");
    Label<String> free = size.as("size");
    Label<String> hidden = size.as("status");
    assertThat(sql(select(free, count()).groupBy(free))).endsWith("GROUP BY size");
    assertThat(sql(select(hidden, count()).groupBy(hidden))).endsWith("GROUP BY 1");
    assertThat(sql(select(size, count()).groupBy(size))).endsWith("GROUP BY 1");
  }

  @Test
  void aFlatUnionHasNoParenthesesAndANestedOneKeepsThem() {
    Select<Integer> a = select(CATEGORY.id);
    Select<Integer> b = select(PRODUCT.id);
    String one = "SELECT category.id FROM category";
    String two = "SELECT product.id FROM product";
    assertThat(sql(a.union(b).union(a))).isEqualTo(one + " UNION " + two + " UNION " + one);
    assertThat(postgresql(a.union(b.except(a))))
        .isEqualTo(one + " UNION (" + two + " EXCEPT " + one + ")");
    assertThat(sqlite(a.union(b.except(a))))
        .isEqualTo(one + " UNION SELECT * FROM (" + two + " EXCEPT " + one + ")");
    assertThat(postgresql(a.union(b).intersect(a)))
        .isEqualTo("(" + one + " UNION " + two + ") INTERSECT " + one);
    assertThat(sqlite(a.union(b).intersect(a)))
        .isEqualTo(one + " UNION " + two + " INTERSECT " + one);
  }

  @Test
  void aUnionIsOrderedByItsColumns() {
    Label<String> label = PRODUCT.name.as("label");
    assertThat(sql(unionAll(select(label), select(CUSTOMER.name)).orderBy(label).limit(50)))
        .isEqualTo("SELECT product.name AS label FROM product UNION ALL SELECT customer.name"
            + " FROM customer ORDER BY label LIMIT ?");
    assertThatThrownBy(
            () -> sql(unionAll(select(label), select(CUSTOMER.name)).orderBy(PRODUCT.id)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("label");
  }

  @Test
  void aUnionRefusesWhatBelongsToItsMembers() {
    assertThatThrownBy(() -> select(CATEGORY.id).union(select(PRODUCT.id)).where(CATEGORY.id.eq(1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("where() on a UNION");
  }

  @Test
  void anOffsetAloneGetsTheLimitThatItNeeds() {
    assertThat(sqlite(select(CATEGORY.id).offset(4))).endsWith("LIMIT -1 OFFSET ?");
    assertThat(postgresql(select(CATEGORY.id).offset(4))).endsWith("FROM category OFFSET ?");
  }

  @Test
  void aPageContinuesAfterAPositionWithNullsWhereTheDatabasePutsThem() {
    Select<Row> page = select(ORDERS)
        .orderBy(ORDERS.placed.desc(), ORDERS.id.desc())
        .after(Keyset.of(java.time.LocalDateTime.of(2026, 1, 1, 0, 0), 4L));
    assertThat(postgresql(page))
        .contains("WHERE orders.placed < ? OR orders.placed = ? AND orders.id < ? ORDER BY");
    assertThat(sqlite(page))
        .contains("WHERE orders.placed < ? OR orders.placed IS NULL"
            + " OR orders.placed = ? AND orders.id < ? ORDER BY");
  }

  @Test
  void aPageByColumnsThatCannotBeNullComparesRows() {
    assertThat(sql(
            select(CUSTOMER.name).orderBy(CUSTOMER.name, CUSTOMER.id).after(Keyset.of("a", 4L))))
        .contains("WHERE (customer.name, customer.id) > (?, ?) ORDER BY");
  }

  @Test
  @SuppressWarnings("NullAway") // what a program without null checks may do
  void aNullInWhereIsRefusedByPosition() {
    Condition none = null;
    assertThatThrownBy(() -> select(CATEGORY).where(CATEGORY.id.eq(1), none))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("position 1")
        .hasMessageContaining("whereIf");
  }

  @Test
  void absentFiltersAddNothing() {
    assertThat(sql(select(CATEGORY.id)
            .whereIfPresent((String) null, CATEGORY.name::startsWith)
            .whereIf(false, () -> CATEGORY.id.eq(1))
            .where(List.of())))
        .isEqualTo("SELECT category.id FROM category");
  }

  @Test
  void selectingKeepsWhatWasSelectedFrom() {
    assertThat(sql(select(CATEGORY).where(CATEGORY.id.gt(1)).selecting(count())))
        .isEqualTo("SELECT count(*) FROM category WHERE category.id > ?");
  }

  @Test
  void whatADatabaseLacksIsRefusedByName() {
    assertThatThrownBy(() -> sqlite(select(CATEGORY).distinctOn(CATEGORY.name)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("sqlite has no DISTINCT ON");
    assertThatThrownBy(() -> sqlite(select(CATEGORY).forUpdate()))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("locks no rows");
    assertThat(postgresql(select(CATEGORY.id).forUpdate())).endsWith(" FOR UPDATE");
  }

  @Test
  void rowsInsideARowAreOneValue() {
    Select<Row> orders = select(
        CUSTOMER.id,
        multiset(select(ORDERS.id, multiset(select(ITEM.id).where(ITEM.orderId.eq(ORDERS.id))))
            .where(ORDERS.customerId.eq(CUSTOMER.id))));
    assertThat(postgresql(orders))
        .isEqualTo("SELECT customer.id,"
            + " ARRAY(SELECT ARRAY[CAST(anon_1.id AS TEXT), CAST(to_json(anon_1.column2) AS TEXT)]"
            + " FROM (SELECT orders.id,"
            + " ARRAY(SELECT ARRAY[CAST(anon_2.id AS TEXT)] FROM (SELECT item.id FROM item"
            + " WHERE item.order_id = orders.id) AS anon_2) AS column2"
            + " FROM orders WHERE orders.customer_id = customer.id) AS anon_1) FROM customer");
    assertThat(sqlite(orders))
        .startsWith("SELECT customer.id, (SELECT json_group_array(json_array(")
        .contains("(SELECT json_group_array(json_array(CAST(anon_2.id AS TEXT))) FROM (");
  }
}
