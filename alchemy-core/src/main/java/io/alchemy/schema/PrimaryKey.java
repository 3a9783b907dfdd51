package io.alchemy.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PRIMARY KEY (a, b)}. Made by {@link ColumnDef#primaryKey} too, in the order of the columns. */
public final class PrimaryKey extends Constraint {
  private final ColumnList columns;

  PrimaryKey(@Nullable String name, ColumnList columns) {
    super(name);
    this.columns = columns;
  }

  /** Of the columns with these names. */
  public static PrimaryKey of(String... columns) {
    return new PrimaryKey(null, ColumnList.named("primary key", columns));
  }

  public PrimaryKey named(String name) {
    return new PrimaryKey(name, columns);
  }

  /** Its columns, in key order; empty if the table has no primary key. */
  public List<Column<?>> columns() {
    return columns.in(table());
  }

  @Override
  public String toString() {
    return "PRIMARY KEY " + columns;
  }
}
