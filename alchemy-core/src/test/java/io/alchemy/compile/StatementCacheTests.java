package io.alchemy.compile;

import static io.alchemy.compile.Compiling.POSTGRESQL;
import static io.alchemy.compile.Compiling.SQLITE;
import static io.alchemy.compile.Shop.CATEGORY;
import static io.alchemy.compile.Shop.CUSTOMER;
import static io.alchemy.compile.Shop.ORDERS;
import static io.alchemy.compile.Shop.PRODUCT;
import static io.alchemy.sql.Sql.and;
import static io.alchemy.sql.Sql.caseWhen;
import static io.alchemy.sql.Sql.concat;
import static io.alchemy.sql.Sql.count;
import static io.alchemy.sql.Sql.delete;
import static io.alchemy.sql.Sql.excluded;
import static io.alchemy.sql.Sql.insert;
import static io.alchemy.sql.Sql.literal;
import static io.alchemy.sql.Sql.never;
import static io.alchemy.sql.Sql.param;
import static io.alchemy.sql.Sql.select;
import static io.alchemy.sql.Sql.text;
import static io.alchemy.sql.Sql.update;
import static io.alchemy.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Alias;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Select;
import io.alchemy.sql.StatementOption;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import io.alchemy.sql.node.TableAlias;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StatementCacheTests {
  private final StatementCompiler compiler = new StatementCompiler(SQLITE, 100);

  /** How a loader is asked for; part of what is compiled. */
  private record Option(String name) implements StatementOption, Node {
    @Override
    public void shape(ShapeWriter to) {
      to.token(Option.class).token(name);
    }
  }

  private Compiled compiled(Executable<?> statement, String... names) {
    return compiler.prepare(statement, Set.of(names)).compiled();
  }

  @Test
  void patternsOfEachKindAreStatementsOfTheirOwn() {
    Stream.of(
            CATEGORY.name.like("a"),
            CATEGORY.name.ilike("a"),
            CATEGORY.name.like("a").not(),
            CATEGORY.name.ilike("a").not(),
            CATEGORY.name.startsWith("a"),
            CATEGORY.name.startsWith("a").not())
        .forEach(pattern -> compiled(select(CATEGORY).where(pattern)));

    assertThat(compiler.statistics().hits()).isZero();
  }

  @Test
  void aBindThatIsThereTwiceIsNoOtherBindAndNoAlias() {
    Expression<Integer> shared = literal(1);
    Expression<Integer> other = literal(1);
    Alias alias = TableAlias.anonymous(CATEGORY);

    compiled(select(shared, shared).from(CATEGORY));
    compiled(select(shared, other).from(CATEGORY));
    compiled(select(shared, alias.get(CATEGORY.id)).from(alias));

    assertThat(compiler.statistics().hits()).isZero();
  }

  @Test
  void whatWasUsedSinceTheLastNewStatementIsKeptLongest() {
    StatementCache<Integer, String> cache = new StatementCache<>(4);
    for (int i = 0; i < 5; i++) {
      cache.add(i, "value " + i);
    }
    cache.get(0);
    cache.add(5, "value 5");

    assertThat(cache.get(0)).isEqualTo("value 0");
    assertThat(cache.get(1)).isNull();
    assertThat(cache.get(2)).isNull();
    assertThat(cache.get(5)).isEqualTo("value 5");
  }

  @TestFactory
  Stream<DynamicTest> aStatementBuiltAgainWithOtherValuesIsAHit() {
    Map<String, Function<Integer, Executable<?>>> statements = Map.ofEntries(
        Map.entry("insert", n -> insert(CATEGORY).set(CATEGORY.id, n).set(CATEGORY.name, "a" + n)),
        Map.entry(
            "insert from a map", n -> insert(CATEGORY).values(Map.of("id", n, "name", "a" + n))),
        Map.entry(
            "select",
            n -> select(CATEGORY)
                .where(and(CATEGORY.id.le(n), CATEGORY.name.like("t%" + n)))
                .orderBy(CATEGORY.name.desc(), CATEGORY.id.asc())),
        Map.entry(
            "group",
            n -> select(CATEGORY.name, count(PRODUCT.id).as("products"))
                .from(CATEGORY.leftJoin(PRODUCT))
                .groupBy(CATEGORY.name)
                .having(count().gt(n))),
        Map.entry(
            "update", n -> update(CATEGORY).set(CATEGORY.name, "b" + n).where(CATEGORY.id.eq(n))),
        Map.entry("delete", n -> delete(CATEGORY).where(CATEGORY.name.eq("c" + n))),
        Map.entry(
            "upsert",
            n -> insert(PRODUCT)
                .set(PRODUCT.sku, "s" + n)
                .onConflict(PRODUCT.sku)
                .doUpdate(u -> u.set(PRODUCT.stock, excluded(PRODUCT.stock).plus(n)))
                .returning(PRODUCT.id)),
        Map.entry("text", n -> text("SELECT * FROM category WHERE id = :id").bind("id", n)),
        Map.entry("limit", n -> select(CATEGORY).orderBy(CATEGORY.id).limit(n).offset(n * 2L)),
        Map.entry("subquery", n -> {
          Alias some = select(ORDERS.customerId, ORDERS.total)
              .where(ORDERS.total.gt(BigDecimal.valueOf(n)))
              .as("some_orders");
          return select(CUSTOMER.name, some.get(ORDERS.total))
              .from(CUSTOMER.join(some, CUSTOMER.id.eq(some.get(ORDERS.customerId))));
        }),
        Map.entry(
            "record of rows",
            n -> insert(CATEGORY)
                .rows(
                    List.of(n, n + 1),
                    (v, i) -> v.set(CATEGORY.id, i).set(CATEGORY.name, "d" + i))));
    return statements.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
          StatementCompiler fresh = new StatementCompiler(POSTGRESQL, 10);
          Ready<?> first = fresh.prepare(entry.getValue().apply(1), Set.of());
          Ready<?> second = fresh.prepare(entry.getValue().apply(2), Set.of());
          assertThat(second.compiled()).isSameAs(first.compiled());
          assertThat(second.values()).isNotEqualTo(first.values());
          assertThat(fresh.statistics()).isEqualTo(new CacheStatistics(1, 1, 1));
        }));
  }

  @Test
  void aListOfAnotherLengthIsAHitAndExpandsToItsOwn() {
    Ready<?> three = compiler.prepare(select(CATEGORY.id).where(CATEGORY.id.in(1, 2, 3)), Set.of());
    Ready<?> none = compiler.prepare(select(CATEGORY.id).where(CATEGORY.id.in()), Set.of());
    assertThat(none.compiled()).isSameAs(three.compiled());
    assertThat(three.compiled().bind(three.values(), Map.of()).sql()).endsWith("IN (?, ?, ?)");
    assertThat(none.compiled().bind(none.values(), Map.of()).sql()).endsWith("IN ()");
  }

  private static Insert categories(Integer... ids) {
    return insert(CATEGORY)
        .rows(List.of(ids), (v, id) -> v.set(CATEGORY.id, id).set(CATEGORY.name, "c" + id));
  }

  private Bound bound(Executable<?> statement) {
    Ready<?> ready = compiler.prepare(statement, Set.of());
    return ready.compiled().bind(ready.values(), Map.of());
  }

  @Test
  void anotherNumberOfRowsIsAHitAndExpandsToItsOwn() {
    Bound two = bound(categories(1, 2));
    Bound three = bound(categories(3, 4, 5));

    assertThat(two.sql()).isEqualTo("INSERT INTO category (id, name) VALUES (?, ?), (?, ?)");
    assertThat(three.sql()).endsWith(" VALUES (?, ?), (?, ?), (?, ?)");
    assertThat(three.values()).containsExactly(3, "c3", 4, "c4", 5, "c5");
    assertThat(compiler.statistics()).isEqualTo(new CacheStatistics(1, 1, 1));
  }

  @Test
  void whatFollowsTheRowsHasItsOwnValues() {
    Function<Integer, Executable<?>> upsert = stock -> insert(PRODUCT)
        .rows(
            List.of("a", "b"),
            (v, sku) -> v.set(PRODUCT.sku, sku).set(PRODUCT.name, "name of " + sku))
        .onConflict(PRODUCT.sku)
        .doUpdate(u -> u.set(PRODUCT.stock, stock));

    bound(upsert.apply(1));

    assertThat(bound(upsert.apply(2)).values())
        .containsExactly("a", "name of a", "b", "name of b", 2);
    assertThat(compiler.statistics().hits()).isOne();
  }

  @Test
  void rowsThatShareAValueAreToldFromThoseThatDoNot() {
    Expression<String> shared = literal("shared");
    bound(insert(PRODUCT)
        .rows(List.of(1, 2), (v, i) -> v.set(PRODUCT.sku, shared).set(PRODUCT.name, shared)));

    Bound own = bound(insert(PRODUCT)
        .rows(
            List.of(1, 2),
            (v, i) -> v.set(PRODUCT.sku, literal("s" + i)).set(PRODUCT.name, literal("n" + i))));

    assertThat(own.values()).containsExactly("s1", "n1", "s2", "n2");
  }

  @Test
  void rowsOfWhichOneIsComputedAreToldFromThoseThatAreAllPlain() {
    bound(categories(1, 2));

    Bound computed = bound(insert(CATEGORY)
        .rows(
            List.of(3, 4),
            (v, id) -> id == 3
                ? v.set(CATEGORY.id, id).set(CATEGORY.name, "c3")
                : v.set(CATEGORY.id, id).set(CATEGORY.name, concat(literal("c"), literal("4")))));

    assertThat(computed.sql()).contains("VALUES (?, ?), (?, ").contains("||");
    assertThat(computed.values()).containsExactly(3, "c3", 4, "c", "4");
  }

  @Test
  void otherAnonymousAliasesAreAHit() {
    assertThat(compiled(withAnonymousAlias())).isSameAs(compiled(withAnonymousAlias()));
  }

  private static Select<String> withAnonymousAlias() {
    TableAlias parent = TableAlias.anonymous(CATEGORY);
    return select(parent.get(CATEGORY.name))
        .from(CATEGORY.join(parent, CATEGORY.parentId.eq(parent.get(CATEGORY.id))));
  }

  @Test
  void twoAnonymousAliasesAreNotOne() {
    TableAlias one = TableAlias.anonymous(CATEGORY);
    TableAlias other = TableAlias.anonymous(CATEGORY);
    Select<Integer> same = select(one.get(CATEGORY.id))
        .from(one.join(other, one.get(CATEGORY.id).eq(one.get(CATEGORY.parentId))));
    Select<Integer> different = select(one.get(CATEGORY.id))
        .from(one.join(other, one.get(CATEGORY.id).eq(other.get(CATEGORY.parentId))));
    assertThat(compiled(same)).isNotSameAs(compiled(different));
    assertThat(compiled(different).toString())
        .isEqualTo("SELECT category_1.id FROM category AS category_1"
            + " JOIN category AS category_2 ON category_1.id = category_2.parent_id");
  }

  @Test
  void oneBindUsedTwiceIsToldFromTwoBinds() {
    Expression<Integer> shared = literal(1);
    Select<Integer> once =
        select(CATEGORY.id).where(CATEGORY.id.eq(shared).or(CATEGORY.parentId.eq(shared)));
    Select<Integer> twice =
        select(CATEGORY.id).where(CATEGORY.id.eq(1).or(CATEGORY.parentId.eq(2)));
    Ready<?> first = compiler.prepare(once, Set.of());
    Ready<?> second = compiler.prepare(twice, Set.of());
    assertThat(second.compiled()).isNotSameAs(first.compiled());
    assertThat(first.compiled().bind(first.values(), Map.of()).values()).containsExactly(1, 1);
    assertThat(second.compiled().bind(second.values(), Map.of()).values()).containsExactly(1, 2);
  }

  @Test
  void anOptionIsPartOfTheShape() {
    Select<?> plain = select(CATEGORY);
    assertThat(compiled(plain.options(new Option("a"))))
        .isSameAs(compiled(plain.options(new Option("a"))))
        .isNotSameAs(compiled(plain.options(new Option("b"))))
        .isNotSameAs(compiled(plain));
  }

  @Test
  void theNamesOfValuesGivenAtExecutionArePartOfTheKeyInAnyOrder() {
    Executable<?> update = update(PRODUCT).where(PRODUCT.id.eq(1));
    assertThat(compiled(update, "name", "stock")).isSameAs(compiled(update, "stock", "name"));
    assertThat(compiled(update, "name")).isNotSameAs(compiled(update, "stock", "name"));
  }

  @Test
  void namedParametersAreTypedAndNotValues() {
    assertThat(compiled(select(CATEGORY).where(CATEGORY.id.eq(param("id", INTEGER))), "id"))
        .isSameAs(compiled(select(CATEGORY).where(CATEGORY.id.eq(param("id", INTEGER))), "id"))
        .isNotSameAs(
            compiled(select(CATEGORY).where(CATEGORY.id.eq(param("other", INTEGER))), "other"));
  }

  @Test
  void aCachedStatementKeepsNoValueAlive() throws InterruptedException {
    Object[] value = {new String("a value of its own")};
    WeakReference<Object> reference = new WeakReference<>(value[0]);
    Ready<?> ready = compiler.prepare(
        select(CATEGORY.id).where(CATEGORY.name.in((String) value[0], "other")), Set.of());
    Compiled compiled = ready.compiled();
    value[0] = null;
    ready = null;
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(reference.get()).isNull();
    assertThat(compiled.columns()).hasSize(1);
    assertThat(compiler.statistics().size()).isOne();
  }

  @Test
  void chainsOfPlusAndConcatNeitherOverflowNorNest() {
    Expression<Integer> sum = PRODUCT.stock;
    Expression<String> text = PRODUCT.name;
    for (int i = 0; i < 20_000; i++) {
      sum = i % 2 == 0 ? sum.plus(i) : sum.minus(i);
      text = concat(text, "x");
    }
    for (Expression<?> chain : List.of(sum, text)) {
      Bound bound = Compiling.bound(SQLITE, select(chain), Map.of());
      assertThat(bound.values()).hasSize(20_000);
      assertThat(chain.toString()).contains(":");
    }
  }

  @Test
  void whatNestsTooDeepIsRefusedByName() {
    Expression<Integer> choice = PRODUCT.stock;
    Condition mixed = PRODUCT.stock.eq(1);
    for (int i = 0; i < 20_000; i++) {
      choice = caseWhen(PRODUCT.stock.eq(i), choice).otherwise(1);
      mixed = i % 2 == 0 ? mixed.and(PRODUCT.stock.eq(i)) : mixed.or(PRODUCT.stock.eq(i));
    }
    for (Expression<?> nested : List.of(choice, mixed)) {
      assertThatThrownBy(() -> Compiling.sqlite(select(nested)))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("nested more than 250 deep");
      assertThat(nested.toString()).contains("nested more than 250 deep");
    }
  }

  @Test
  void whatMayNestFitsASmallStack() throws Exception {
    Expression<Integer> choice = PRODUCT.stock;
    for (int i = 0; i < 120; i++) {
      choice = caseWhen(PRODUCT.stock.eq(i), choice.plus(1)).otherwise(1);
    }
    Select<Integer> nested = select(choice);
    AtomicReference<Object> compiled = new AtomicReference<>();
    Thread small =
        new Thread(null, () -> compiled.set(Compiling.sqlite(nested)), "small", 512 << 10);
    small.start();
    small.join();
    assertThat(compiled.get()).isNotNull();
  }

  @Test
  void twentyThousandOrsNeitherOverflowNorNest() {
    Condition any = never();
    for (int i = 0; i < 20_000; i++) {
      any = any.or(CATEGORY.id.eq(i));
    }
    Ready<?> ready = compiler.prepare(select(CATEGORY.id).where(any), Set.of());
    Bound bound = ready.compiled().bind(ready.values(), Map.of());
    assertThat(bound.values()).hasSize(20_000);
    assertThat(depth(bound.sql())).isLessThan(5);
    assertThat(any.hashCode()).isEqualTo(any.or(never()).hashCode());
    assertThat(any.equals(any.or(CATEGORY.id.eq(1)))).isFalse();
  }

  private static int depth(String sql) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < sql.length(); i++) {
      depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  @Test
  void whatWasLongestUnusedIsForgottenFirst() {
    StatementCache<Integer, String> cache = new StatementCache<>(8);
    for (int i = 0; i < 10; i++) {
      cache.add(i, "value " + i);
      assertThat(cache.get(0)).isNotNull();
    }
    cache.add(10, "one too many");
    assertThat(cache.statistics().size()).isEqualTo(8);
    assertThat(cache.get(0)).isNotNull();
    assertThat(cache.get(1)).isNull();
    assertThat(cache.get(10)).isNotNull();
  }

  @Test
  void manyThreadsShareWhatIsCompiled() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Compiled>> results = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int id = i;
      results.add(pool.submit(() -> {
        start.await();
        Compiled last = compiled(select(CATEGORY.id).where(CATEGORY.id.eq(id)));
        for (int n = 0; n < 1_000; n++) {
          last = compiled(select(CATEGORY.id).where(CATEGORY.id.eq(n)));
        }
        return last;
      }));
    }
    start.countDown();
    for (Future<Compiled> result : results) {
      assertThat(result.get()).isSameAs(results.get(0).get());
    }
    pool.shutdown();
    CacheStatistics statistics = compiler.statistics();
    assertThat(statistics.size()).isOne();
    assertThat(statistics.hits() + statistics.misses()).isEqualTo(threads * 1_001L);
  }

  @Test
  void aCacheOfSizeZeroKeepsNothing() {
    StatementCompiler none = new StatementCompiler(SQLITE, 0);
    none.prepare(select(CATEGORY), Set.of());
    none.prepare(select(CATEGORY), Set.of());
    assertThat(none.statistics()).isEqualTo(new CacheStatistics(0, 2, 0));
  }

  @Test
  void statementsCompareByValueAndShapesDoNot() {
    Select<Integer> one = select(CATEGORY.id).where(CATEGORY.id.eq(1));
    assertThat(one)
        .isEqualTo(select(CATEGORY.id).where(CATEGORY.id.eq(1)))
        .isNotEqualTo(select(CATEGORY.id).where(CATEGORY.id.eq(2)));
  }
}
