package io.alchemy.compile;

import io.alchemy.schema.DefaultGenerator;
import io.alchemy.sql.node.BindList;
import io.alchemy.sql.node.BindValue;
import io.alchemy.sql.node.InsertSpec.RowValues;
import io.alchemy.types.SqlType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How values appear in the text: as placeholders for a driver, as names for people, or written out for DDL. */
interface BindStyle {
  /**
   * A value.
   *
   * @param type its own type, or the one of what it is compared with; null if there is neither
   * @param name what it is for: a column's name
   */
  void value(SqlText to, BindValue<?> bind, @Nullable SqlType<?> type, @Nullable String name);

  /** The elements of an IN list, without the parentheses. */
  void list(SqlText to, BindList list, @Nullable SqlType<?> type, @Nullable String name);

  /** The elements of an IN list as one value of an array type. */
  void array(SqlText to, BindList list, SqlType<?> arrayType);

  /** Writes what is no part of the user's statement, such as the default of a column: its values are the same in every execution. */
  default void constants(Runnable writing) {
    writing.run();
  }

  /**
   * Rows of VALUES that differ in nothing but their values, all at once where that can be.
   *
   * @param rows of an INSERT that is {@linkplain io.alchemy.sql.node.InsertSpec#isUniform uniform}
   * @param first writes the first of them
   * @return whether they are written now; else each is to be written like any other
   */
  default boolean rows(SqlText to, List<RowValues> rows, Supplier<SqlText> first) {
    return false;
  }

  /** A value that execution gives by name. */
  void parameter(SqlText to, String name, @Nullable SqlType<?> type);

  /** A client default. */
  void generated(SqlText to, DefaultGenerator<?> generator, SqlType<?> type, String name);

  /** Whether a driver will run the text, so that client defaults belong into it. */
  boolean isExecutable();
}
