package io.alchemy.compile;

import io.alchemy.schema.Column;
import io.alchemy.schema.Table;
import io.alchemy.sql.Alias;
import io.alchemy.sql.From;
import io.alchemy.sql.node.Relocated;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The tables whose columns are read from aliases at the place that is written. */
final class Relocations {
  private final StatementWriter writer;
  private final Deque<Relocation> active = new ArrayDeque<>();

  /**
   * @param scope where the relocated expression stands: a subquery in it that has the table keeps its own
   */
  private record Relocation(
      From table, Alias alias, @Nullable Scope scope) {}

  Relocations(StatementWriter writer) {
    this.writer = writer;
  }

  void inside(Relocated node, Runnable writing) {
    From table = writer.sources().canonical(node.table());
    active.push(new Relocation(table, node.alias(), writer.scope()));
    try {
      writing.run();
    } finally {
      active.pop();
    }
  }

  /** The alias that {@code column} is read from here; null for its own table. */
  @Nullable
  Alias aliasFor(Column<?> column) {
    Table table = column.table();
    for (Relocation relocation : active) {
      if (relocation.table() == table && !isHidden(relocation)) {
        return relocation.alias();
      }
    }
    return null;
  }

  private boolean isHidden(Relocation relocation) {
    for (Scope scope = writer.scope();
        scope != null && scope != relocation.scope();
        scope = scope.outer()) {
      if (scope.sources().contains(relocation.table())) {
        return true;
      }
    }
    return false;
  }
}
