package io.alchemy.engine.execution;

import io.alchemy.compile.Capability;
import io.alchemy.compile.Identifiers;
import io.alchemy.dialect.Dialect;
import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import java.util.List;
import java.util.StringJoiner;

/** How a table, its columns and their placeholders stand in SQL. */
record TableText(Dialect dialect) {
  String name(Table table) {
    String schema = table.schema();
    String name = Identifiers.quote(table.name());
    return schema == null ? name : Identifiers.quote(schema) + "." + name;
  }

  String name(Column<?> column) {
    return Identifiers.quote(column.name());
  }

  String names(List<? extends Column<?>> columns) {
    StringJoiner names = new StringJoiner(", ");
    columns.forEach(column -> names.add(name(column)));
    return names.toString();
  }

  String placeholder(Column<?> column) {
    return column.type().placeholder(dialect, "?");
  }

  /** An INSERT that gives back {@code columns} of its rows; itself if there are none. */
  String returning(String insert, List<? extends Column<?>> columns) {
    if (columns.isEmpty()) {
      return insert;
    }
    return dialect.can(Capability.FINAL_TABLE)
        ? "SELECT " + names(columns) + " FROM FINAL TABLE (" + insert + ")"
        : insert + " RETURNING " + names(columns);
  }
}
