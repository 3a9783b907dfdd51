package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.sql.Executable;
import io.alchemy.sql.node.Node;
import io.alchemy.sql.node.ShapeWriter;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles the statements of one engine, each shape once. Safe for use by many threads. */
public final class StatementCompiler {
  /** A compiled statement, and what its lowering left. */
  private record Kept(Compiled compiled, @Nullable Object plan) {}

  private final SqlDialect dialect;
  private final StatementCache<ShapeWriter.Tokens, Kept> cache;

  /**
   * A compiler with a cache of its own.
   *
   * @param cacheSize how many shapes it remembers; 0 for none
   */
  public StatementCompiler(SqlDialect dialect, int cacheSize) {
    this.dialect = dialect;
    this.cache = new StatementCache<>(cacheSize);
  }

  /** A Core statement: from the cache, or compiled now. */
  @SuppressWarnings("NullAway") // there is no plan, as the type says
  public Ready<@Nullable Void> prepare(Executable<?> statement, Collection<String> parameterNames) {
    return prepare(
        statement, parameterNames, null, core -> new Lowered<@Nullable Void>(core, null));
  }

  /**
   * A statement over entities.
   *
   * @param lowering makes it a Core statement; called only when the shape is new
   */
  @SuppressWarnings("NullAway") // the plan is null where its type says so
  public <P extends @Nullable Object> Ready<P> prepare(
      Executable<?> statement,
      Collection<String> parameterNames,
      @Nullable Entities entities,
      Function<Executable<?>, Lowered<P>> lowering) {
    ShapeWriter shape = new ShapeWriter();
    node(statement).shape(shape);
    // What a text depends on besides: what entities mean, and which values execution brings.
    shape.token(entities == null ? null : entities.cacheKey());
    shape.token(parameterNames.isEmpty() ? Set.of() : Set.copyOf(parameterNames));
    ShapeWriter.Tokens key = shape.tokens();
    Kept kept = cache.get(key);
    if (kept == null) {
      kept = cache.add(key.kept(), compile(statement, shape, parameterNames, entities, lowering));
    }
    @SuppressWarnings("unchecked") // what the same lowering left for the same shape
    P plan = (P) kept.plan;
    return new Ready<>(kept.compiled, shape.values(), plan);
  }

  private <P extends @Nullable Object> Kept compile(
      Executable<?> statement,
      ShapeWriter shape,
      Collection<String> parameterNames,
      @Nullable Entities entities,
      Function<Executable<?>, Lowered<P>> lowering) {
    Lowered<P> lowered = lowering.apply(statement);
    StatementWriter writer =
        new StatementWriter(dialect, new PlaceholderStyle(dialect, shape.binds()), entities);
    Compiled compiled =
        new StatementAssembly(writer, shape.parameters(), parameterNames).compile(lowered.core());
    return new Kept(compiled, lowered.plan());
  }

  private static Node node(Executable<?> statement) {
    if (statement instanceof Node node) {
      return node;
    }
    throw new CompileException("no way is known to compile a "
        + statement.getClass().getName()
        + "; statements are built with Sql");
  }

  /** How often a compiled statement was found again. */
  public CacheStatistics statistics() {
    return cache.statistics();
  }
}
