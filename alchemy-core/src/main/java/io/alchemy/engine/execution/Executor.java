package io.alchemy.engine.execution;

import io.alchemy.compile.Ready;
import io.alchemy.compile.StatementCompiler;
import io.alchemy.dialect.Dialect;
import io.alchemy.engine.Connection;
import io.alchemy.engine.Result;
import io.alchemy.sql.Executable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the session needs of a connection beyond its public face. Every connection of an engine is one. */
public interface Executor {
  static Executor of(Connection connection) {
    return (Executor) connection;
  }

  Dialect dialect();

  StatementCompiler compiler();

  /**
   * Runs a statement that somebody prepared, with entities of their own: its result is the same as that of {@link
   * Connection#execute(Executable, Map)}.
   *
   * @param statement the statement at hand, by whose select list rows are made
   */
  <R extends @Nullable Object> Result<R> execute(
      Ready<?> prepared, Executable<R> statement, Map<String, ?> parameters);

  /** The same for many rows of parameters, as {@link Connection#executeMany}. */
  <R extends @Nullable Object> Result<R> executeMany(
      Ready<?> prepared, Executable<R> statement, Collection<? extends Map<String, ?>> parameters);

  /** Runs a query. {@code fetchSize} rows travel at a time; 0 leaves it to the driver. */
  Cursor query(Ready<?> statement, Map<String, ?> parameters, int fetchSize);

  /** Runs a statement that gives no rows; the count of rows it touched. */
  long update(Ready<?> statement, Map<String, ?> parameters);

  /**
   * Inserts rows of one shape, in as few statements as the database allows.
   *
   * @return for each row, in the order given, the values of {@link InsertRows#returned}; empty when nothing is to be returned
   * @throws io.alchemy.error.FlushException when keys could not be matched to rows beyond doubt
   */
  List<@Nullable Object[]> insert(InsertRows work);

  /** Updates rows by key, as one batch; for each row the count of rows touched, or -1 where the driver does not say. */
  long[] update(UpdateRows work);

  /** Deletes rows by key, as one batch; counts as for {@link #update(UpdateRows)}. */
  long[] delete(DeleteRows work);
}
