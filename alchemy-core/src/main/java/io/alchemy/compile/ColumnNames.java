package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.From;
import io.alchemy.sql.node.SelectAlias;
import io.alchemy.sql.node.TableAlias;
import java.util.List;

/** The column names that row sources bring into a statement. */
final class ColumnNames {
  private ColumnNames() {}

  static boolean contain(List<From> sources, String name, SelectWriter selects) {
    for (From source : sources) {
      if (source instanceof SelectAlias alias) {
        if (selects.outputNames(alias.select()).contains(name)) {
          return true;
        }
      } else if (hasColumn(source instanceof TableAlias alias ? alias.table() : source, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasColumn(From source, String name) {
    if (!(source instanceof Table table)) {
      return true;
    }
    for (Column<?> column : table.columns()) {
      if (column.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
