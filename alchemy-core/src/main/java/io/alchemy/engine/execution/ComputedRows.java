package io.alchemy.engine.execution;

import io.alchemy.compile.Ready;
import io.alchemy.compile.StatementCompiler;
import io.alchemy.dialect.Dialect;
import io.alchemy.schema.Column;
import io.alchemy.sql.Condition;
import io.alchemy.sql.Executable;
import io.alchemy.sql.Expression;
import io.alchemy.sql.Insert;
import io.alchemy.sql.Selectable;
import io.alchemy.sql.Sql;
import io.alchemy.sql.Update;
import io.alchemy.types.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows with an SQL expression among their values: each is a statement of its own, which the compiler writes. */
public final class ComputedRows {
  private final StatementRunner runner;
  private final StatementCompiler compiler;
  private final Dialect dialect;

  public ComputedRows(StatementRunner runner, StatementCompiler compiler, Dialect dialect) {
    this.runner = runner;
    this.compiler = compiler;
    this.dialect = dialect;
  }

  static boolean isComputed(@Nullable Object[] row) {
    for (Object value : row) {
      if (value instanceof Expression) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether one of the rows is. A column's values are mostly of one class, which is asked about once: to ask each value whether it is an
   * expression took 4 % of inserting rows on Java 17.
   */
  static boolean isAnyComputed(List<@Nullable Object[]> rows) {
    @Nullable Class<?>[] plain = new Class<?>[rows.isEmpty() ? 0 : rows.get(0).length];
    for (@Nullable Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        Object value = row[i];
        if (value == null || value.getClass() == plain[i]) {
          continue;
        }
        if (value instanceof Expression) {
          return true;
        }
        plain[i] = value.getClass();
      }
    }
    return false;
  }

  /** The count of rows touched. */
  long update(UpdateRows work, @Nullable Object[] row) {
    Update update = Sql.update(work.table());
    int set = work.set().size();
    for (int i = 0; i < set; i++) {
      update = with(update, work.set().get(i), row[i]);
    }
    Condition[] where = new Condition[work.where().size()];
    for (int i = 0; i < where.length; i++) {
      where[i] = equal(work.where().get(i), row[set + i]);
    }
    return runner.update(call(update.where(where)));
  }

  /** The values of the columns to be returned; empty when there are none. */
  @Nullable
  Object[] insert(InsertRows work, @Nullable Object[] row) {
    Insert insert = Sql.insert(work.table());
    for (int i = 0; i < work.columns().size(); i++) {
      insert = with(insert, work.columns().get(i), row[i]);
    }
    List<Column<?>> returned = work.returned();
    if (returned.isEmpty()) {
      runner.update(call(insert));
      return new @Nullable Object[0];
    }
    Codec<?>[] codecs =
        returned.stream().map(column -> dialect.codec(column.type())).toArray(Codec<?>[]::new);
    try (JdbcCursor rows = runner.query(call(returning(insert, returned)))) {
      List<@Nullable Object[]> read = GeneratedRows.read(rows, codecs, 1);
      return GeneratedRows.requireCount(work.table(), read, 1).get(0);
    }
  }

  private StatementCall call(Executable<?> statement) {
    Ready<Void> ready = compiler.prepare(statement, List.of());
    var bound = ready.compiled().bind(ready.values(), Map.of());
    return new StatementCall(bound.sql(), BoundParameters.of(bound), Effect.WRITES, true, 0);
  }

  private static Executable<?> returning(Insert insert, List<Column<?>> columns) {
    if (columns.size() == 1) {
      return insert.returning(columns.get(0));
    }
    List<Selectable<?>> more = new ArrayList<>(columns.subList(2, columns.size()));
    return insert.returning(columns.get(0), columns.get(1), more.toArray(Selectable<?>[]::new));
  }

  /** The unit of work has seen to it that the value is one of the column's type. */
  @SuppressWarnings("unchecked")
  private static <T> Insert with(Insert insert, Column<T> column, @Nullable Object value) {
    if (value instanceof Expression<?> expression) {
      return insert.set(column, (Expression<T>) expression);
    }
    return value == null ? insert.setNull(column) : insert.set(column, (T) value);
  }

  /** As for an insert. */
  @SuppressWarnings("unchecked")
  private static <T> Update with(Update update, Column<T> column, @Nullable Object value) {
    if (value instanceof Expression<?> expression) {
      return update.set(column, (Expression<T>) expression);
    }
    return value == null ? update.setNull(column) : update.set(column, (T) value);
  }

  @SuppressWarnings("unchecked")
  private static Condition equal(Column<?> column, @Nullable Object value) {
    return value == null
        ? column.isNull()
        : ((Expression<Object>) (Expression<?>) column).eq(value);
  }
}
