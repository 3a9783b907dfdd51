package io.alchemy.compile;

import io.alchemy.error.CompileException;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Assignable;
import io.alchemy.sql.DmlTarget;
import io.alchemy.sql.From;
import io.alchemy.sql.node.ColumnName;
import io.alchemy.sql.node.EntityExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table that a statement writes to, and its columns by whatever they were named with. */
final class TargetColumns {
  private final StatementWriter writer;
  private final Table table;

  TargetColumns(StatementWriter writer, DmlTarget target) {
    this.writer = writer;
    From source = writer.sources().canonical(target);
    if (!(source instanceof Table found)) {
      throw new CompileException(
          "INSERT, UPDATE and DELETE write to tables, and " + target + " is " + source);
    }
    this.table = found;
    writer.uses(found);
  }

  Table table() {
    return table;
  }

  Column<?> column(Assignable<?> assignable) {
    Object column = assignable;
    if (column instanceof EntityExpression<?> expression) {
      column = writer.entitiesFor(expression).resolve(expression);
    }
    if (column instanceof ColumnName name) {
      return named(name.key());
    }
    if (column instanceof Column<?> own && own.table() == table) {
      return own;
    }
    throw new CompileException(
        assignable + " cannot be set: " + table + " has the columns " + keys());
  }

  private Column<?> named(String key) {
    if (!table.hasColumn(key)) {
      throw new CompileException(table + " has no column " + key + "; it has " + keys());
    }
    return table.column(key);
  }

  private List<String> keys() {
    return table.columns().stream().map(Column::key).toList();
  }

  /** The columns that execution names, in the table's order, so that the order of a map does not matter. */
  List<Column<?>> named(Collection<String> names) {
    List<Column<?>> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(named(name));
    }
    List<Column<?>> order = table.columns();
    columns.sort((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
    return columns;
  }
}
