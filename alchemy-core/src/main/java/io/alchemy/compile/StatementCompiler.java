package io.alchemy.compile;

import io.alchemy.sql.Executable;
import java.util.Collection;
import java.util.function.Function;

/** Compiles the statements of one engine, each shape once. Safe for use by many threads. */
public final class StatementCompiler {
  private final SqlDialect dialect;
  private final int cacheSize;

  public StatementCompiler(SqlDialect dialect, int cacheSize) {
    this.dialect = dialect;
    this.cacheSize = cacheSize;
  }

  /** A Core statement: from the cache, or compiled now. */
  public Ready<Void> prepare(Executable<?> statement, Collection<String> parameterNames) {
    throw new UnsupportedOperationException();
  }

  /**
   * A statement over entities.
   *
   * @param lowering makes it a Core statement; called only when the shape is new
   */
  public <P> Ready<P> prepare(
      Executable<?> statement,
      Collection<String> parameterNames,
      Entities entities,
      Function<Executable<?>, Lowered<P>> lowering) {
    throw new UnsupportedOperationException();
  }
}
