package io.alchemy.spring.schema;

import io.alchemy.schema.Bind;
import io.alchemy.schema.Column;
import io.alchemy.schema.Inspector;
import io.alchemy.schema.MetaData;
import io.alchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What metadata describes and a database lacks: tables and columns. Types are not compared. */
final class SchemaDifference {
  private SchemaDifference() {}

  static List<String> between(List<MetaData> schemas, Bind bind) {
    Inspector standard = bind.inspector();
    List<String> missing = new ArrayList<>();
    for (MetaData schema : schemas) {
      for (Table table : schema.sortedTables()) {
        String named = table.schema();
        add(table, named == null ? standard : standard.inSchema(named), missing);
      }
    }
    return missing;
  }

  private static void add(Table table, Inspector inspector, List<String> missing) {
    if (!inspector.hasTable(table.name())) {
      missing.add("table " + table.key());
      return;
    }
    Set<String> present = inspector.columns(table.name()).stream()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
    for (Column<?> column : table.columns()) {
      if (!present.contains(column.name().toLowerCase(Locale.ROOT))) {
        missing.add("column " + table.key() + "." + column.name());
      }
    }
  }
}
