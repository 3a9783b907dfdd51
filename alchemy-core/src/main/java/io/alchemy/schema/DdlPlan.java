package io.alchemy.schema;

import io.alchemy.schema.DdlStatement.AddForeignKey;
import io.alchemy.schema.DdlStatement.CommentOnColumn;
import io.alchemy.schema.DdlStatement.CreateIndex;
import io.alchemy.schema.DdlStatement.CreateSequence;
import io.alchemy.schema.DdlStatement.CreateTable;
import io.alchemy.schema.DdlStatement.DeferForeignKeys;
import io.alchemy.schema.DdlStatement.DropConstraint;
import io.alchemy.schema.DdlStatement.DropSequence;
import io.alchemy.schema.DdlStatement.DropTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be said to a database so that tables come to be, or are gone: probed first, then written down. */
final class DdlPlan {
  private final DdlRunner database;
  private final Set<ForeignKey> inCycles;
  private final List<DdlStatement> statements = new ArrayList<>();

  private DdlPlan(DdlRunner database, Set<ForeignKey> inCycles) {
    this.database = database;
    this.inCycles = inCycles;
  }

  /** Creates those of the tables that do not exist. */
  static List<DdlStatement> create(Collection<Table> tables, DdlRunner database) {
    TableOrder order = TableOrder.of(tables);
    DdlPlan plan = new DdlPlan(database, order.inCycles());
    plan.create(order.tables().stream().filter(table -> !plan.exists(table)).toList());
    return plan.statements;
  }

  /** Drops those of the tables that exist. */
  static List<DdlStatement> drop(Collection<Table> tables, DdlRunner database) {
    TableOrder order = TableOrder.of(tables);
    DdlPlan plan = new DdlPlan(database, order.inCycles());
    List<Table> childrenFirst = new ArrayList<>(order.tables());
    Collections.reverse(childrenFirst);
    plan.drop(childrenFirst.stream().filter(plan::exists).toList());
    return plan.statements;
  }

  private boolean exists(Table table) {
    return inspector(table).hasTable(table.name());
  }

  private Inspector inspector(Table table) {
    Inspector inspector = database.inspector();
    return table.schema() == null ? inspector : inspector.inSchema(table.schema());
  }

  private void create(List<Table> missing) {
    for (Sequence sequence : sequences(missing)) {
      if (!database.inspector().hasSequence(sequence.name())) {
        statements.add(new CreateSequence(sequence));
      }
    }
    for (Table table : missing) {
      statements.add(new CreateTable(table, madeAtOnce(table)));
      table.indexes().forEach(index -> statements.add(new CreateIndex(index)));
      if (database.hasComments()) {
        table.columns().stream()
            .filter(column -> column.comment() != null)
            .forEach(column -> statements.add(new CommentOnColumn(column)));
      }
    }
    if (database.altersConstraints()) {
      inCycles.stream()
          .filter(key -> missing.contains(key.table()))
          .forEach(key -> statements.add(new AddForeignKey(key)));
    }
  }

  /** Where constraints cannot be added later, a table may refer to one that does not exist yet. */
  private List<ForeignKey> madeAtOnce(Table table) {
    return database.altersConstraints()
        ? table.foreignKeys().stream().filter(key -> !inCycles.contains(key)).toList()
        : table.foreignKeys();
  }

  private void drop(List<Table> existing) {
    List<ForeignKey> circles = inCycles.stream()
        .filter(key -> existing.contains(key.table()) && existing.contains(key.target()))
        .toList();
    if (database.altersConstraints()) {
      circles.forEach(this::dropConstraint);
    } else if (!circles.isEmpty()) {
      statements.add(new DeferForeignKeys());
    }
    existing.forEach(table -> statements.add(new DropTable(table)));
    for (Sequence sequence : sequences(existing)) {
      if (database.inspector().hasSequence(sequence.name())) {
        statements.add(new DropSequence(sequence));
      }
    }
  }

  /** By the name that it has in the database, which may have been chosen there. */
  private void dropConstraint(ForeignKey key) {
    List<String> columns = key.columns().stream().<String>map(Column::name).toList();
    for (Inspector.ForeignKeyInfo found :
        inspector(key.table()).foreignKeys(key.table().name())) {
      if (found.name() != null
          && found.columns().equals(columns)
          && found.targetTable().equals(key.target().name())) {
        statements.add(new DropConstraint(key.table(), found.name()));
      }
    }
  }

  private Set<Sequence> sequences(List<Table> tables) {
    Set<Sequence> sequences = new LinkedHashSet<>();
    if (database.hasSequences()) {
      for (Table table : tables) {
        for (Column<?> column : table.columns()) {
          Sequence sequence = column.drawsFrom();
          if (sequence != null) {
            sequences.add(sequence);
          }
        }
      }
    }
    return sequences;
  }
}
