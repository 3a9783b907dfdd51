package io.alchemy.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code UNIQUE (a, b)}. Made by {@link ColumnDef#unique} too. */
public final class UniqueKey extends Constraint {
  private final ColumnList columns;

  UniqueKey(@Nullable String name, ColumnList columns) {
    super(name);
    this.columns = columns;
  }

  /** Of the columns with these names. */
  public static UniqueKey of(String... columns) {
    return new UniqueKey(null, ColumnList.named("unique key", columns));
  }

  public UniqueKey named(String name) {
    return new UniqueKey(name, columns);
  }

  public List<Column<?>> columns() {
    return columns.in(table());
  }

  @Override
  public String toString() {
    return "UNIQUE " + columns;
  }
}
