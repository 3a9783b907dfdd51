package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.sql.Expression;
import io.alchemy.sql.node.AliasColumn;
import io.alchemy.sql.node.Coerce;
import io.alchemy.sql.node.Labeled;
import io.alchemy.sql.node.OutputColumn;
import io.alchemy.sql.node.OutputName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a select list, and by what names they can be asked for. */
final class OutputList {
  private OutputList() {}

  /** The column's name in the database; null for an expression that has none. */
  static @Nullable String natural(Expression<?> output, SelectWriter selects) {
    if (output instanceof Column<?> column) {
      return column.name();
    }
    if (output instanceof AliasColumn<?> column) {
      return natural(column.column(), selects);
    }
    if (output instanceof OutputColumn<?> column) {
      return selects.outputNames(column.source().select()).get(column.position());
    }
    if (output instanceof Coerce<?> coerce) {
      return natural(coerce.value(), selects);
    }
    return OutputName.of(output);
  }

  /** Whether the database itself would call the column so. */
  static boolean isNamed(Expression<?> output) {
    if (output instanceof Coerce<?> coerce) {
      return isNamed(coerce.value());
    }
    return output instanceof Column<?>
        || output instanceof AliasColumn<?>
        || output instanceof OutputColumn<?>
        || output instanceof io.alchemy.sql.node.NamedColumn<?>
        || output instanceof Labeled<?>;
  }

  /** A name for each, no two alike: a clash gets a number behind it. */
  static List<String> distinct(List<? extends Expression<?>> outputs, SelectWriter selects) {
    Set<String> used = new HashSet<>();
    List<String> names = new ArrayList<>(outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      String natural = natural(outputs.get(i), selects);
      String base = natural == null ? "column" + (i + 1) : natural;
      String name = base;
      for (int number = 1; !used.add(name); number++) {
        name = base + "_" + number;
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** The names of a result, in which two may be alike. */
  static List<String> plain(List<? extends Expression<?>> outputs, SelectWriter selects) {
    List<String> names = new ArrayList<>(outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      String natural = natural(outputs.get(i), selects);
      names.add(natural == null ? "column" + (i + 1) : natural);
    }
    return names;
  }
}
