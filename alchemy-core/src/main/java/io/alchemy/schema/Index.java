package io.alchemy.schema;

import io.alchemy.error.ArgumentException;
import io.alchemy.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CREATE INDEX name ON table (…)}, of columns or of expressions. Made by {@link ColumnDef#indexed} too. */
public final class Index implements SchemaItem {
  private final String name;
  private final boolean unique;
  private final List<?> elements;
  private @Nullable Table table;

  private Index(String name, boolean unique, List<?> elements) {
    this.name = name;
    this.unique = unique;
    this.elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new ArgumentException("The index " + name + " needs at least one column");
    }
  }

  /** Of the columns with these names. */
  public static Index of(String name, String... columns) {
    return new Index(name, false, List.of(columns));
  }

  /** Of columns or expressions. */
  public static Index of(String name, List<? extends Expression<?>> elements) {
    return new Index(name, false, elements);
  }

  /** {@code CREATE UNIQUE INDEX}. */
  public Index unique() {
    return new Index(name, true, elements);
  }

  public String name() {
    return name;
  }

  public boolean isUnique() {
    return unique;
  }

  /** What is indexed, in order. */
  public List<Expression<?>> elements() {
    List<Expression<?>> found = new ArrayList<>();
    for (Object element : elements) {
      found.add(
          element instanceof String column ? table().column(column) : (Expression<?>) element);
    }
    return found;
  }

  public Table table() {
    if (table == null) {
      throw new ArgumentException("The index " + name + " belongs to no table yet");
    }
    return table;
  }

  void attach(Table owner) {
    if (table != null) {
      throw new ArgumentException("The index " + name + " belongs to " + table.name() + " already");
    }
    table = owner;
  }

  @Override
  public String toString() {
    return (unique ? "UNIQUE INDEX " : "INDEX ") + name;
  }
}
