package io.alchemy.compile;

import io.alchemy.schema.Table;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Keyset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL text and its bind plan. Keeps no value of any execution. */
public interface Compiled {
  StatementKind kind();

  /** Whether executing it gives rows. Unknown for raw text: then false, and execution asks the driver. */
  boolean returnsRows();

  /** The result's columns in order; empty for raw text, whose columns the driver knows. */
  List<ResultColumn> columns();

  /** The tables it reads or writes; null where it cannot know (text). */
  @Nullable
  Set<Table> tables();

  /** Whether it reads tables and does nothing else: no lock, no text, no function that is not known to change nothing. */
  boolean readsTables();

  /** The names of the parameters that an execution must give. */
  List<String> parameterNames();

  /**
   * The final text and its values.
   *
   * @param values the statement's own, in traversal order
   * @param parameters values given at execution, by name
   * @throws io.alchemy.error.ArgumentException when a parameter is missing, or a value is not of its column's type
   */
  Bound bind(@Nullable Object[] values, Map<String, ?> parameters);

  /**
   * What makes {@code R} of a row. Rows look expressions up in the statement given, which is the one at hand, of this shape
   * but with its own values.
   *
   * @throws io.alchemy.error.InvalidRequestException when its rows are instances of a mapped class, which need a session
   */
  <R extends @Nullable Object> RowReader<R> reader(Executable<R> statement);

  /** Reads a row's position in the order, to continue after it; null where the statement selects no such thing. */
  @Nullable
  RowReader<Keyset> keyReader();
}
